package io.frontdesk.contracts.records;

/** How an answer ended. */
public enum AnswerOutcome {
    ANSWERED,
    /** The documents do not hold it, and the answer says so. */
    REFUSED,
    /** Its text breaks off. */
    INCOMPLETE,
    /** There is no answer. */
    FAILED,
    /** A human has taken over. */
    ESCALATED
}
