package io.frontdesk.ingestion.work;

/** Somebody else has this work now, or a newer version of the document has made it pointless. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(Lease lease) {
        super("no longer at work on version %d of document %s".formatted(lease.version(), lease.documentId()));
    }
}
