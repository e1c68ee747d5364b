package io.frontdesk.ingestion.dead.system;

import io.frontdesk.ingestion.dead.DeadLetterConfig;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Forgets letters that have been there for too long. Each replica does, and none of them twice. */
@ApplicationScoped
class DeadLetterPurge {
    private static final int BATCH = 500;

    private final PgPurgeStore store;
    private final Duration retention;
    private final Clock clock;
    private final Rounds rounds;

    DeadLetterPurge(PgPurgeStore store, DeadLetterConfig config, Clock clock, Vertx vertx) {
        this.store = store;
        this.retention = config.retention();
        this.clock = clock;
        this.rounds = new Rounds(vertx, "Purge of dead letters", config.purgeEvery(), this::purge);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Whether there may be more. */
    Uni<Boolean> purge() {
        return store.forget(clock.instant().minus(retention), BATCH).map(forgotten -> forgotten == BATCH);
    }
}
