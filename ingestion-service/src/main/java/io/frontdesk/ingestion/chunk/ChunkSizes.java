package io.frontdesk.ingestion.chunk;

/**
 * How large chunks are, in tokens.
 *
 * @param tokens of a chunk's text at most, from 16
 * @param overlap how many of them may be repeated from the chunk before, less than half
 * @param modelTokens what the embedding model reads of title, headings and text together
 */
public record ChunkSizes(int tokens, int overlap, int modelTokens) {
    /** The two around each text, and one between headings and text. */
    private static final int AROUND = 3;

    private static final int FEWEST = 16;

    public ChunkSizes {
        require(tokens >= FEWEST, "tokens", tokens, "must be at least " + FEWEST);
        require(overlap >= 0 && overlap < tokens / 2, "overlap", overlap, "must be less than half of tokens");
        require(modelTokens >= tokens, "model-tokens", modelTokens, "must not be less than tokens");
    }

    public static ChunkSizes from(ChunkConfig config) {
        return new ChunkSizes(config.tokens(), config.overlap(), config.modelTokens());
    }

    /** What is left for the text below title and headings of so many tokens; never so little that nothing can be said. */
    int room(int above) {
        return Math.clamp((long) modelTokens - AROUND - above, tokens / 4, tokens);
    }

    private static void require(boolean holds, String key, int value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("frontdesk.chunk.%s %s, is %d".formatted(key, rule, value));
        }
    }
}
