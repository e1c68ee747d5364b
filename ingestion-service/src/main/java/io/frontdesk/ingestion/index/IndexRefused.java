package io.frontdesk.ingestion.index;

/** The index does not accept this document, now or later. */
public final class IndexRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexRefused(int status, Throwable cause) {
        super("the index refused with " + status, cause);
    }
}
