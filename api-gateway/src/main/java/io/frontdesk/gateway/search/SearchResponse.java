package io.frontdesk.gateway.search;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.contracts.search.SearchExplanation;
import io.frontdesk.contracts.search.SearchReply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Passages as clients see them, best first.
 *
 * @param explain how the response came about, where that was asked for
 */
@RegisterForReflection(targets = SearchReply.class, registerFullHierarchy = true)
public record SearchResponse(List<Found> passages, @Nullable SearchExplanation explain) {
    /**
     * A passage.
     *
     * @param headingPath the headings above it, outermost first
     * @param score by which passages are ordered; comparable within one response only
     */
    public record Found(
            UUID chunkId,
            UUID documentId,
            String title,
            @Nullable String url,
            String text,
            List<String> headingPath,
            @Nullable Integer page,
            double score) {}

    static SearchResponse from(SearchReply reply) {
        return new SearchResponse(
                reply.passages().stream().map(SearchResponse::found).toList(), reply.explain());
    }

    private static Found found(Passage passage) {
        return new Found(
                passage.chunkId(),
                passage.documentId(),
                passage.title(),
                passage.url(),
                passage.text(),
                passage.headingPath(),
                passage.page(),
                passage.score());
    }
}
