package io.frontdesk.ingestion.index;

import java.time.Duration;

/**
 * The index takes nothing now, whatever the document: it is down, or asks for patience. That may concern one tenant alone,
 * where it has asked for too much, or may not ask at present.
 */
public final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean ofTenant;

    private IndexUnavailable(String message, Duration retryAfter, boolean ofTenant, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.ofTenant = ofTenant;
    }

    static IndexUnavailable toAll(String message, Duration retryAfter, Throwable cause) {
        return new IndexUnavailable(message, retryAfter, false, cause);
    }

    static IndexUnavailable toTenant(String message, Duration retryAfter, Throwable cause) {
        return new IndexUnavailable(message, retryAfter, true, cause);
    }

    /** How long it asks to be left alone; zero where it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** Whether it goes on taking what other tenants have. */
    public boolean isOfTenant() {
        return ofTenant;
    }
}
