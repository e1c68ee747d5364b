package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.answers.Answer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The exact cache, as far as it is this service's business. */
public interface ExactAnswerCache {
    /**
     * Removes answers, and keeps out those that are under way. May be done again.
     *
     * @return fails with {@link io.frontdesk.retrieval.problem.RetrievalError.StateUnavailable}
     */
    Uni<Void> withdraw(List<Withdrawal> withdrawn);

    /**
     * Lets gateways find an answer, unless something newer is there. Never fails: what is not found is answered anew.
     *
     * @param knowledgeVersion under which it was searched, and its lineage is kept
     */
    Uni<Void> store(String key, long knowledgeVersion, Answer answer);
}
