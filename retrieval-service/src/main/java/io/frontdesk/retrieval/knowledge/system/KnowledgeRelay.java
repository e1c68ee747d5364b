package io.frontdesk.retrieval.knowledge.system;

import io.frontdesk.kit.rounds.Rounds;
import io.frontdesk.retrieval.answers.Withdrawals;
import io.frontdesk.retrieval.knowledge.KnowledgeConfig;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.frontdesk.retrieval.knowledge.RedisCompletenessStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Writes to the tenants' states the versions that were committed and perhaps not told: their replica died, or Redis was away.
 * A replica looks at all versions when it starts, and when Redis has lost its data; else at those that were raised since it
 * last looked and could write. Each has its grace first, in which whoever raised it does what comes before telling it, or is
 * asked again. Telling a version twice changes nothing.
 */
@ApplicationScoped
class KnowledgeRelay {
    private static final OffsetDateTime EVER = Instant.EPOCH.atOffset(ZoneOffset.UTC);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 4;

    private final PgChangedKnowledgeStore knowledge;
    private final Withdrawals withdrawals;
    private final KnowledgeVersions versions;
    private final RedisCompletenessStore completeness;
    private final KnowledgeConfig config;
    private final Rounds rounds;
    private volatile OffsetDateTime since = EVER;

    KnowledgeRelay(
            PgChangedKnowledgeStore knowledge,
            Withdrawals withdrawals,
            KnowledgeVersions versions,
            RedisCompletenessStore completeness,
            KnowledgeConfig config,
            Vertx vertx) {
        this.knowledge = knowledge;
        this.withdrawals = withdrawals;
        this.versions = versions;
        this.completeness = completeness;
        this.config = config;
        this.rounds = new Rounds(vertx, "Relay of knowledge versions", config.poll(), this::tell);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Never asks to be called again at once. */
    private Uni<Boolean> tell() {
        UUID writer = UUID.randomUUID();
        return knowledge.mark(config.grace()).chain(mark -> completeness
                .begin(writer)
                .chain(complete -> tell(complete ? since : EVER, BEFORE_ALL))
                .chain(() -> completeness.finish(writer))
                .invoke(() -> since = mark)
                .replaceWith(false));
    }

    private Uni<Void> tell(OffsetDateTime from, UUID after) {
        return knowledge
                .changed(from, config.grace(), after, config.batch())
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : raiseAll(page).chain(() -> tell(from, page.getLast().tenant())));
    }

    private Uni<Void> raiseAll(List<VersionOf> page) {
        return Multi.createFrom()
                .iterable(page)
                .onItem()
                .transformToUni(this::raise)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    /** A version may be seen when no cache holds an answer that it has made wrong. */
    private Uni<Void> raise(VersionOf told) {
        return withdrawals.finish(told.tenant()).chain(() -> versions.raise(told.tenant(), told.version()));
    }
}
