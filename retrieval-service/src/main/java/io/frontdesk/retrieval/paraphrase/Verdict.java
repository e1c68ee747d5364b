package io.frontdesk.retrieval.paraphrase;

import java.util.Locale;

/** Whether two questions ask the same thing, or the first reason why that is not proved. */
public enum Verdict {
    SAME,
    /** One is in a language that is not known, or cannot be told to be in one that is. */
    LANGUAGE,
    /** They want to hear different kinds of things: when, where, how, how much, whether. */
    ASKED,
    /** Numbers, or what they count, differ. */
    NUMBERS,
    /** One denies what the other does not. */
    NEGATION,
    /** Who does something to whom differs: can I call you, can you call me. */
    PERSON,
    /** One has a word that the other does not have. */
    WORDS,
    /** The words are the same, in an order that may change who does what. */
    ORDER;

    /** For metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
