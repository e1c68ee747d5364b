package io.frontdesk.contracts.search;

import io.frontdesk.contracts.reuse.KnownAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first.
 *
 * @param knowledgeVersion the version of the tenant's knowledge that was searched
 * @param explain how it came about, where that was asked for
 * @param answer one that may stand for the answer to the question, where the request wants one and there is one
 */
public record SearchReply(
        long knowledgeVersion,
        List<Passage> passages,
        @Nullable SearchExplanation explain,
        @Nullable KnownAnswer answer) {
    public SearchReply {
        passages = List.copyOf(passages);
    }

    public SearchReply(long knowledgeVersion, List<Passage> passages) {
        this(knowledgeVersion, passages, null, null);
    }

    public SearchReply of(List<Passage> others) {
        return new SearchReply(knowledgeVersion, others, explain, answer);
    }

    public SearchReply explained(SearchExplanation explanation) {
        return new SearchReply(knowledgeVersion, passages, explanation, answer);
    }

    public SearchReply answered(@Nullable KnownAnswer known) {
        return new SearchReply(knowledgeVersion, passages, explain, known);
    }
}
