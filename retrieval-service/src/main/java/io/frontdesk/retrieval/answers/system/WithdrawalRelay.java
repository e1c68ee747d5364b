package io.frontdesk.retrieval.answers.system;

import io.frontdesk.kit.rounds.Rounds;
import io.frontdesk.retrieval.answers.AnswersConfig;
import io.frontdesk.retrieval.answers.ExactAnswerCache;
import io.frontdesk.retrieval.answers.Withdrawal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Withdraws from the exact cache what nobody else has. A publication does that itself before it gives its receipt; this is for
 * those that died in between and do not come again, and for answers that went because they were old.
 */
@ApplicationScoped
class WithdrawalRelay {
    private final PgOpenWithdrawalStore store;
    private final ExactAnswerCache cache;
    private final Rounds rounds;

    WithdrawalRelay(PgOpenWithdrawalStore store, ExactAnswerCache cache, AnswersConfig config, Vertx vertx) {
        this.store = store;
        this.cache = cache;
        this.rounds = new Rounds(vertx, "Relay of withdrawn answers", config.relayPoll(), this::relay);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> relay() {
        return store.open().call(this::withdraw).map(open -> !open.isEmpty());
    }

    private Uni<Void> withdraw(List<Withdrawal> open) {
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : cache.withdraw(open).chain(() -> store.done(open));
    }
}
