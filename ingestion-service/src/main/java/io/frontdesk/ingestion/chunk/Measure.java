package io.frontdesk.ingestion.chunk;

import io.frontdesk.kit.tokenizer.WordPieceTokenizer;

/** Counts tokens. Sizes of texts with white space between them add up. */
final class Measure {
    /** Characters that a token may take with the space around it; more space than that is not for nothing. */
    private static final int ROOMY_TOKEN = 16;

    private final WordPieceTokenizer tokenizer;

    Measure(WordPieceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    int of(String text) {
        return Math.max(tokenizer.count(text), text.length() / ROOMY_TOKEN);
    }

    Sized sized(String text) {
        return new Sized(text, of(text));
    }

    /** A text that has been measured, which is done once. */
    record Sized(String text, int size) {}
}
