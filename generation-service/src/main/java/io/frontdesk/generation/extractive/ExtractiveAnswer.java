package io.frontdesk.generation.extractive;

import java.util.List;

/** What the passages say to a question. */
public sealed interface ExtractiveAnswer {
    /**
     * They answer it.
     *
     * @param quotes from at most three passages, what answers best first
     * @param confidence 0 (a guess) to 1 (said in these words)
     */
    record Found(List<Quote> quotes, double confidence) implements ExtractiveAnswer {
        public Found {
            quotes = List.copyOf(quotes);
        }
    }

    /** They don't. */
    record NotHeld() implements ExtractiveAnswer {}

    /**
     * What one passage says.
     *
     * @param passage which of the passages that were given, from 0
     * @param texts sentences, rows, items or whole lists in the passage's order, as they stand there
     */
    record Quote(int passage, List<String> texts) {
        public Quote {
            texts = List.copyOf(texts);
        }
    }
}
