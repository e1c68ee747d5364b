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
 * @param score by which passages are ordered: reciprocal rank fusion of both legs, greater is better
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
}
