package io.frontdesk.retrieval.answers;

import io.frontdesk.contracts.reuse.AnswerKind;
import io.frontdesk.contracts.reuse.ExactAnswers;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers that were found by what their questions mean, though the questions are the same: the exact cache has forgotten them, or never
 * took them, and gateways are to find them there.
 */
@ApplicationScoped
public class FoundAgain {
    private final ExactAnswerCache cache;

    FoundAgain(ExactAnswerCache cache) {
        this.cache = cache;
    }

    /**
     * Lets gateways find it, where the question is the same. Nobody waits for that.
     *
     * @param knowledgeVersion read with the answer or before: what has taken it away since is newer, and keeps it out
     */
    public void found(Caller caller, SearchRequest request, long knowledgeVersion, Candidate answer) {
        AnswerKind kind = request.answer();
        if (kind == null || !answer.forEverybody()) {
            return;
        }
        String key = key(caller, request, kind, request.query());
        if (key.equals(key(caller, request, kind, answer.question()))) {
            cache.store(key, knowledgeVersion, answer.answer()).subscribe().with(stored -> {});
        }
    }

    private static String key(Caller caller, SearchRequest request, AnswerKind kind, String question) {
        return ExactAnswers.key(caller.tenantId(), caller.acl(), kind, question, request.filters(), request.wanted());
    }
}
