package io.frontdesk.ingestion.parse;

import io.frontdesk.ingestion.documents.Failure;

/** The document cannot be read, now or later. */
public final class ParseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ParseRefused(Failure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
