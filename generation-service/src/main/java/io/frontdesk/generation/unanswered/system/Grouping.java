package io.frontdesk.generation.unanswered.system;

import io.frontdesk.generation.unanswered.GroupingConfig;
import io.frontdesk.generation.unanswered.UnansweredQuestions;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Has questions grouped as they come. What fails is tried again when its lease is over, and keeps no other tenant waiting. */
@ApplicationScoped
class Grouping {
    private static final Logger LOG = Logger.getLogger(Grouping.class);

    private final PgDueStore due;
    private final UnansweredQuestions questions;
    private final GroupingConfig config;
    private final Rounds rounds;

    Grouping(PgDueStore due, UnansweredQuestions questions, GroupingConfig config, Vertx vertx) {
        this.due = due;
        this.questions = questions;
        this.config = config;
        this.rounds = new Rounds(vertx, "Grouping of unanswered questions", config.poll(), this::group);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> group() {
        return due.claim(config.batch(), config.lease())
                .call(this::groupAll)
                .map(claimed -> claimed.values().stream().mapToInt(List::size).sum() == config.batch());
    }

    private Uni<Void> groupAll(Map<UUID, List<UUID>> claimed) {
        return Multi.createFrom()
                .iterable(claimed.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> group(of.getKey(), of.getValue()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> group(UUID tenant, List<UUID> answers) {
        return questions
                .group(tenant, answers)
                .onFailure()
                .invoke(e -> LOG.warnf(
                        "%d questions of tenant %s are not grouped yet: %s", answers.size(), tenant, String.valueOf(e)))
                .onFailure()
                .recoverWithNull();
    }
}
