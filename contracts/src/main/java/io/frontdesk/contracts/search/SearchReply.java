package io.frontdesk.contracts.search;

import java.util.List;

/**
 * What was found, best first.
 *
 * @param knowledgeVersion the version of the tenant's knowledge that was searched
 */
public record SearchReply(long knowledgeVersion, List<Passage> passages) {
    public SearchReply {
        passages = List.copyOf(passages);
    }
}
