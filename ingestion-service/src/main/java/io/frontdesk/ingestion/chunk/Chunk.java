package io.frontdesk.ingestion.chunk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document.
 *
 * @param position in the document, from 0
 * @param headingPath the headings above it, outermost first
 * @param language ISO 639-1, once it has been recognised
 * @param page the page it begins on, from 1, where the document has pages
 */
public record Chunk(
        int position,
        String text,
        List<String> headingPath,
        @Nullable String language,
        @Nullable Integer page) {
    public Chunk {
        headingPath = List.copyOf(headingPath);
    }

    /** The same in a language. */
    public Chunk in(@Nullable String recognised) {
        return new Chunk(position, text, headingPath, recognised, page);
    }
}
