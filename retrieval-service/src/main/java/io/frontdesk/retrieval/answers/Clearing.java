package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.retrieval.knowledge.KnowledgeVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Clears what may be given again, in the order in which a publication withdraws it. */
@ApplicationScoped
public class Clearing {
    private final PgClearingStore store;
    private final Withdrawals withdrawals;
    private final KnowledgeVersions versions;

    Clearing(PgClearingStore store, Withdrawals withdrawals, KnowledgeVersions versions) {
        this.store = store;
        this.withdrawals = withdrawals;
        this.versions = versions;
    }

    /**
     * Done when no gateway gives an answer of this tenant again that was made before.
     *
     * @return fails with {@link io.frontdesk.retrieval.problem.RetrievalError.StateUnavailable}, and may be asked for again
     */
    public Uni<AnswersCleared> clear(UUID tenant) {
        return store.clear(tenant)
                .call(cleared -> withdrawals.finish(tenant))
                .call(cleared -> cleared.map(done -> versions.raise(tenant, done.knowledgeVersion()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(cleared -> new AnswersCleared(
                        cleared.map(PgClearingStore.Cleared::answers).orElse(0L)));
    }
}
