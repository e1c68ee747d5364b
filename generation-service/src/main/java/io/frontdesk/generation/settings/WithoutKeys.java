package io.frontdesk.generation.settings;

/** What is done where no key of a language model is left. */
public enum WithoutKeys {
    /** Sentences are quoted from the passages. */
    EXTRACTIVE,
    /** The answer fails, and says when to ask again. */
    UNAVAILABLE
}
