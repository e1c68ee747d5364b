package io.frontdesk.ingestion.chunk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large chunks are, in tokens of the tokenizer of bge-small-en-v1.5. */
@ConfigMapping(prefix = "frontdesk.chunk")
public interface ChunkConfig {
    /**
     * How much of the document's text a chunk holds at most. 320 tokens are three or four paragraphs, so that a vector says one
     * thing, and leave 190 of the 512 that the model reads for the title and the headings.
     */
    @WithDefault("320")
    int tokens();

    /** How much of running text may be repeated from the end of the chunk before: a sentence or two. */
    @WithDefault("50")
    int overlap();

    /** What the embedding model reads of a text; where title and headings are long, less is left for the text of a chunk. */
    @WithDefault("512")
    int modelTokens();
}
