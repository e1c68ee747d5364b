package io.frontdesk.ingestion.index;

import java.time.Duration;

/** The index takes nothing now, whatever the document: it is down, or asks for patience. */
public final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    IndexUnavailable(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long it asks to be left alone; zero where it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
