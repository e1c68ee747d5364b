package io.frontdesk.contracts.index;

import java.util.Locale;

/** What a chunk belongs to. Searches look into one of them. */
public enum Collection {
    /** The tenant's documents: what answers are made of. */
    KNOWLEDGE,
    /** Tickets, to find similar ones. */
    TICKETS,
    /** Questions that were asked, to group them by meaning. */
    QUESTIONS;

    /** As it stands in JSON and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
