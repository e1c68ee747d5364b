package io.frontdesk.ingestion.parse;

import io.frontdesk.parser.protocol.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's text.
 *
 * @param contentType what it really is
 * @param title as the document itself says
 * @param language as the document itself says, a BCP 47 tag
 */
public record ParsedDocument(
        String contentType,
        @Nullable String title,
        @Nullable String language,
        List<Block> blocks) {
    public ParsedDocument {
        blocks = List.copyOf(blocks);
    }
}
