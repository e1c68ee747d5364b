package io.frontdesk.contracts.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chunk that was found.
 *
 * @param headingPath the headings above it, outermost first
 * @param position its place in the document, from 0
 * @param page the page it begins on, from 1, where the format has pages
 * @param score by which passages are ordered: that of the fusion of both legs, or a reranker's; greater is better
 * @param similarity cosine similarity of question and passage, -1 to 1
 * @param lexical rank of the full text leg; 0 where no word of the query stands in it
 */
public record Passage(
        UUID chunkId,
        UUID documentId,
        String title,
        @Nullable String url,
        String text,
        List<String> headingPath,
        int position,
        @Nullable Integer page,
        double score,
        double similarity,
        double lexical) {
    public Passage {
        headingPath = List.copyOf(headingPath);
    }

    /** The same passage with the score of another order. */
    public Passage scored(double other) {
        return new Passage(
                chunkId, documentId, title, url, text, headingPath, position, page, other, similarity, lexical);
    }

    /** The same passage with more text around its own. */
    public Passage within(String longer) {
        return new Passage(
                chunkId, documentId, title, url, longer, headingPath, position, page, score, similarity, lexical);
    }
}
