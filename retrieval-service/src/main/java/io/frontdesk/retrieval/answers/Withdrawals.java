package io.frontdesk.retrieval.answers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Clears the exact cache of what a change has withdrawn. */
@ApplicationScoped
public class Withdrawals {
    private final WithdrawalStore store;
    private final ExactAnswerCache cache;

    Withdrawals(WithdrawalStore store, ExactAnswerCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /**
     * Done when nothing that was withdrawn from this tenant until now stands in the exact cache, whoever withdrew it.
     *
     * @return fails with {@link io.frontdesk.retrieval.problem.RetrievalError.StateUnavailable}
     */
    public Uni<Void> finish(UUID tenant) {
        return Uni.createFrom()
                .deferred(() -> store.open(tenant))
                .call(open -> finish(tenant, open))
                .repeat()
                .whilst(open -> !open.isEmpty())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> finish(UUID tenant, List<Withdrawal> open) {
        return open.isEmpty()
                ? Uni.createFrom().voidItem()
                : cache.withdraw(open).chain(() -> store.done(tenant, open));
    }
}
