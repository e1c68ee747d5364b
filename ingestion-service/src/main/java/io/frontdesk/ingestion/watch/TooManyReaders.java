package io.frontdesk.ingestion.watch;

/** So many follow documents already, here or for this tenant, that no more are taken. */
public final class TooManyReaders extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyReaders() {
        super(
                "Too many connections follow documents; close some, or ask for the documents instead",
                null,
                false,
                false);
    }
}
