package io.frontdesk.generation.settings;

/** What is done where no passage can answer. */
public enum WithoutPassages {
    /** The fallback words. */
    REFUSE,
    /** The fallback words, and a question for what was meant, made of the subjects that come nearest. */
    CLARIFY,
    /** A human is to answer; until there are tickets, the fallback words. */
    TICKET
}
