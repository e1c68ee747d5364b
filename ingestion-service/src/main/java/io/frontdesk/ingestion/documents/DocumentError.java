package io.frontdesk.ingestion.documents;

import java.util.UUID;

/** What can be wrong with a request about documents, beside a field that is refused. Messages may be shown to the caller. */
public abstract sealed class DocumentError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DocumentError(String message) {
        super(message, null, false, false);
    }

    /** The tenant has no such document, whoever else has. */
    public static final class Unknown extends DocumentError {
        private static final long serialVersionUID = 1L;

        public Unknown(UUID id) {
            super("There is no document " + id);
        }
    }

    /** The tenant has no such source, whoever else has. */
    public static final class UnknownSource extends DocumentError {
        private static final long serialVersionUID = 1L;

        public UnknownSource(UUID id) {
            super("There is no source " + id);
        }
    }

    /** Larger than this installation takes. */
    public static final class TooLarge extends DocumentError {
        private static final long serialVersionUID = 1L;

        public TooLarge(long bytes, long limit) {
            super("The document has %,d bytes; at most %,d are taken".formatted(bytes, limit));
        }
    }
}
