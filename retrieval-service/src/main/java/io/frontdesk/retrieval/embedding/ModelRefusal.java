package io.frontdesk.retrieval.embedding;

import java.time.Duration;

/** A remote model answered with an error. */
final class ModelRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final int status;
    private final Duration retryAfter;

    /** @param retryAfter zero where it does not say */
    ModelRefusal(int status, Duration retryAfter) {
        super("it answers " + status, null, false, false);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    boolean mayPass() {
        return status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
