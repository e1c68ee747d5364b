package io.frontdesk.ingestion.work;

import java.util.Locale;

/** What is to be done with a document. */
public enum Task {
    /** Parse it, cut it into chunks, and publish them. */
    INDEX,
    /** Let the index forget it. */
    REMOVE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Task named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
