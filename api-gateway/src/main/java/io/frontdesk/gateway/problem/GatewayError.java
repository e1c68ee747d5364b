package io.frontdesk.gateway.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What goes wrong. Messages name the service behind and nothing of its reply. */
public abstract sealed class GatewayError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GatewayError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The service cannot be reached, or says that it cannot serve at the moment. */
    public static final class Unavailable extends GatewayError {
        private static final long serialVersionUID = 1L;

        private final boolean sent;

        private Unavailable(String service, @Nullable Throwable cause, boolean sent) {
            super(service + " is not available", cause);
            this.sent = sent;
        }

        public Unavailable(String service, @Nullable Throwable cause) {
            this(service, cause, true);
        }

        /** The request never left, or was not taken, so that it may go to another instance whatever it does. */
        public static Unavailable unsent(String service, @Nullable Throwable cause) {
            return new Unavailable(service, cause, false);
        }

        public boolean sent() {
            return sent;
        }
    }

    /** As many calls to the service are under way as it can take. This one was not made. */
    public static final class Overloaded extends GatewayError {
        private static final long serialVersionUID = 1L;

        public Overloaded(String service) {
            super(service + " has more to do than it can", null);
        }

        /** Where it was made tells nothing, and would cost more than all else of a refusal. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** The caller, its tenant or its address has asked as much as it may, for now. */
    public static final class QuotaExceeded extends GatewayError {
        private static final long serialVersionUID = 1L;

        private final transient List<String> policies;
        private final long retryAfter;

        public QuotaExceeded(List<String> policies, long retryAfter) {
            super(String.format(Locale.ROOT, "no more requests are taken for %d s", retryAfter), null);
            this.policies = List.copyOf(policies);
            this.retryAfter = retryAfter;
        }

        /** The names of the limits that refuse. */
        public List<String> policies() {
            return policies;
        }

        /** Seconds after which it is worth coming again. */
        public long retryAfter() {
            return retryAfter;
        }
    }

    /** The service did not answer in time. */
    public static final class TimedOut extends GatewayError {
        private static final long serialVersionUID = 1L;

        public TimedOut(String service) {
            super(service + " did not answer in time", null);
        }
    }

    /** The service answered what it should not, or broke off. */
    public static final class Broken extends GatewayError {
        private static final long serialVersionUID = 1L;

        public Broken(String service, String what, @Nullable Throwable cause) {
            super(service + " " + what, cause);
        }
    }

    /** The client went away before all was said; nobody reads what it is answered. */
    public static final class Abandoned extends GatewayError {
        private static final long serialVersionUID = 1L;

        public Abandoned(@Nullable Throwable cause) {
            super("the request broke off", cause);
        }
    }

    /** A script asks, of a website that the tenant does not list. */
    public static final class WebsiteRefused extends GatewayError {
        private static final long serialVersionUID = 1L;

        public WebsiteRefused() {
            super("the website is not among those that may call, cors.origins of the tenant's gateway settings", null);
        }
    }

    /** What the Idempotency-Key stands for is being done. */
    public static final class KeyInUse extends GatewayError {
        private static final long serialVersionUID = 1L;

        public KeyInUse() {
            super("the request with this Idempotency-Key is still being worked on", null);
        }
    }

    /** The Idempotency-Key stands for another request. */
    public static final class KeyReused extends GatewayError {
        private static final long serialVersionUID = 1L;

        public KeyReused() {
            super("this Idempotency-Key came with another payload before", null);
        }
    }

    /** What the Idempotency-Key stands for is done; what it was answered is not there any more. */
    public static final class ResponseNotKept extends GatewayError {
        private static final long serialVersionUID = 1L;

        public ResponseNotKept() {
            super("the request with this Idempotency-Key is done, and its response was too large to be kept", null);
        }
    }

    /** The request's body is compressed, or encoded otherwise. */
    public static final class BodyEncoded extends GatewayError {
        private static final long serialVersionUID = 1L;

        public BodyEncoded() {
            super("Content-Encoding: a body is taken as it is", null);
        }
    }

    /** The request's body is larger than this route takes. */
    public static final class BodyTooLarge extends GatewayError {
        private static final long serialVersionUID = 1L;

        public BodyTooLarge(long limit) {
            super(String.format(Locale.ROOT, "at most %,d bytes are taken here", limit), null);
        }
    }
}
