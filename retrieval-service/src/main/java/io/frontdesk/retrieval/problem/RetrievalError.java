package io.frontdesk.retrieval.problem;

import java.util.Locale;

/** What the retrieval-service refuses. The messages may be shown to the caller. */
public abstract sealed class RetrievalError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RetrievalError(String message) {
        // Refusals are ordinary answers: no stack trace.
        super(message, null, false, false);
    }

    /** A newer version of the document is searched already, or the document was deleted at this version or a later one. */
    public static final class VersionOutdated extends RetrievalError {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        public VersionOutdated(Reason reason, long version, long present) {
            super("Version %d of the document comes too late: version %d is %s"
                    .formatted(version, present, reason == Reason.SUPERSEDED ? "searched already" : "deleted"));
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** Not as many chunks are staged as the publication says. */
    public static final class StageIncomplete extends RetrievalError {
        private static final long serialVersionUID = 1L;

        public StageIncomplete(int announced, long staged) {
            super("%d chunks were announced and %d are staged; stage the version again".formatted(announced, staged));
        }
    }

    /** More texts wait to be embedded than can be in useful time. */
    public static final class Busy extends RetrievalError {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Too many texts wait to be embedded");
        }
    }

    /** A model that other computers run gives no vectors at the moment, or none that can be used. */
    public static final class ModelUnavailable extends RetrievalError {
        private static final long serialVersionUID = 1L;

        public ModelUnavailable(String why) {
            super("The embedding model is not available: " + why);
        }
    }

    /** The index is of a model that this instance does not have. */
    public static final class ModelNotConfigured extends RetrievalError {
        private static final long serialVersionUID = 1L;

        public ModelNotConfigured(String model) {
            super("The index is of the embedding model %s, which this instance does not have".formatted(model));
        }
    }

    /** The change is in the index, and may be asked for again: other services could not be told yet. */
    public static final class StateUnavailable extends RetrievalError {
        private static final long serialVersionUID = 1L;

        public StateUnavailable() {
            super("The tenant's state cannot be written at the moment; ask again");
        }
    }

    /** Why a conflict will not go away by trying again, or will. */
    public enum Reason {
        SUPERSEDED,
        DELETED,
        INCOMPLETE;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
