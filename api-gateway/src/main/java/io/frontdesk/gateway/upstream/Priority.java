package io.frontdesk.gateway.upstream;

/** Which calls go first where a service has as many as it can take. */
enum Priority {
    /** Somebody waits for it: an answer, a search, to be let in. */
    INTERACTIVE,
    /** Can come again a little later: documents, what is administered, and answers that nobody waits for yet. */
    QUEUED
}
