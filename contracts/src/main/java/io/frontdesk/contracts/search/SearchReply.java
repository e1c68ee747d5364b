package io.frontdesk.contracts.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first.
 *
 * @param knowledgeVersion the version of the tenant's knowledge that was searched
 * @param explain how it came about, where that was asked for
 */
public record SearchReply(
        long knowledgeVersion,
        List<Passage> passages,
        @Nullable SearchExplanation explain) {
    public SearchReply {
        passages = List.copyOf(passages);
    }

    public SearchReply(long knowledgeVersion, List<Passage> passages) {
        this(knowledgeVersion, passages, null);
    }

    public SearchReply explained(SearchExplanation explanation) {
        return new SearchReply(knowledgeVersion, passages, explanation);
    }
}
