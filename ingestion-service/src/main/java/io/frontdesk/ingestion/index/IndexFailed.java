package io.frontdesk.ingestion.index;

/** The index failed with this document; it may succeed another time. */
public final class IndexFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexFailed(int status, Throwable cause) {
        super("the index answered " + status, cause);
    }
}
