package io.frontdesk.retrieval.paraphrase;

/** What a question, or a part of it, wants to hear. */
enum Asked {
    HOW,
    HOWLONG,
    HOWMANY,
    HOWMUCH,
    COST,
    WHEN,
    WHERE,
    WHO,
    WHY,
    WHAT,
    /** What something is, that somebody does not know yet. */
    WHATIS,
    CAN,
    MUST,
    DOES,
    /** Whether something is going to happen. */
    WILL,
    /** Whether something has happened. */
    DID,
    /** Nothing, in so many words: a customer who describes something. */
    NOTHING
}
