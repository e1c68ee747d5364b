package io.frontdesk.contracts.index;

import io.frontdesk.contracts.InvalidField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some chunks of one version of a document, staged: searches see none of them before the version is published. A batch
 * may come again, and replaces what it staged.
 *
 * @param title the document's title, which is embedded with each chunk
 * @param language ISO 639-1 code of the text, where it was recognised
 * @param chunks 1 to 256
 */
public record ChunkBatch(String title, @Nullable String language, List<Chunk> chunks) {
    public static final int MAX_CHUNKS = 256;
    public static final int MAX_TEXT_CHARS = 32_000;

    public ChunkBatch {
        if (title == null) {
            throw new InvalidField("title", "must be given");
        }
        chunks = List.copyOf(chunks);
        if (chunks.isEmpty() || chunks.size() > MAX_CHUNKS) {
            throw new InvalidField("chunks", "must be from 1 to %d, are %d".formatted(MAX_CHUNKS, chunks.size()));
        }
    }

    /**
     * A piece of a document that is searched and cited as one.
     *
     * @param position its place in the document, from 0
     * @param text 1 to 32,000 characters; those beyond about 2,000 are found by words only
     * @param headingPath the headings above it, outermost first
     * @param page the page it begins on, from 1, where the format has pages
     */
    public record Chunk(
            int position,
            String text,
            List<String> headingPath,
            @Nullable Integer page) {
        public Chunk {
            if (position < 0) {
                throw new InvalidField("position", "must not be negative, is " + position);
            }
            if (text == null || text.isBlank()) {
                throw new InvalidField("text", "must not be empty");
            }
            if (text.length() > MAX_TEXT_CHARS) {
                throw new InvalidField(
                        "text", "must have at most %d characters, has %d".formatted(MAX_TEXT_CHARS, text.length()));
            }
            headingPath = List.copyOf(headingPath);
        }
    }
}
