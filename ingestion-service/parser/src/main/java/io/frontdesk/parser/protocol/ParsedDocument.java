package io.frontdesk.parser.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A document's text as a sequence of blocks, in reading order; at least one. */
public record ParsedDocument(@JsonProperty("blocks") List<Block> blocks) {

    public ParsedDocument {
        blocks = List.copyOf(blocks);
    }
}
