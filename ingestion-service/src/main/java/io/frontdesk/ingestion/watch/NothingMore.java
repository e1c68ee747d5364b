package io.frontdesk.ingestion.watch;

/** The document has come to its end, and the reader knows. */
public final class NothingMore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingMore() {
        super("there is no further event", null, false, false);
    }
}
