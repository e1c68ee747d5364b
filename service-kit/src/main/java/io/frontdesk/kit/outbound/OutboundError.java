package io.frontdesk.kit.outbound;

import org.jspecify.annotations.Nullable;

/** Why an outbound request has no answer. The messages name no address that a host resolved to. */
public abstract sealed class OutboundError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private OutboundError(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }

    /** The URL, or one that it redirects to, may not be asked. */
    public static final class Refused extends OutboundError {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null);
        }
    }

    /** It may be asked, and gave no answer within the limits. */
    public static sealed class Failed extends OutboundError permits TooLarge {
        private static final long serialVersionUID = 1L;

        Failed(String why) {
            super(why, null);
        }

        Failed(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** The answer is larger than the limit. */
    public static final class TooLarge extends Failed {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("The answer has more than " + limit + " bytes");
        }
    }
}
