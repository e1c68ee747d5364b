package io.frontdesk.ingestion.documents;

import java.util.Locale;
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

    /** The caller sees no such dead letter. */
    public static final class UnknownDeadLetter extends DocumentError {
        private static final long serialVersionUID = 1L;

        public UnknownDeadLetter(UUID id) {
            super("There is no dead letter " + id);
        }
    }

    /** The original of a dead letter is not here. */
    public static final class NoOriginal extends DocumentError {
        private static final long serialVersionUID = 1L;

        public NoOriginal(UUID id) {
            super("The original of the dead letter %s is not kept".formatted(id));
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
            super(String.format(Locale.ROOT, "The document has %,d bytes; at most %,d are taken", bytes, limit));
        }
    }
}
