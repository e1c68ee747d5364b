package io.frontdesk.bench.environment;

/** Why a benchmark cannot run, and how to mend it, in one line for whoever started it. */
public final class Failure extends RuntimeException {
    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
