package io.frontdesk.auth.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the auth-service refuses. The messages may be shown to the caller. */
public abstract sealed class AuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AuthError(String message) {
        this(message, null);
    }

    private AuthError(String message, @Nullable Throwable cause) {
        // Refusals are ordinary answers: no stack trace.
        super(message, cause, false, false);
    }

    /** Unknown, malformed, expired, revoked, or of a suspended tenant: the caller is not told which. */
    public static final class CredentialRefused extends AuthError {
        private static final long serialVersionUID = 1L;

        public CredentialRefused() {
            super("The credential is not valid");
        }
    }

    /** The address or the password is wrong: the caller is not told which. */
    public static final class LoginRefused extends AuthError {
        private static final long serialVersionUID = 1L;

        public LoginRefused() {
            super("The e-mail address or the password is wrong");
        }
    }

    /** Too many logins have failed in a row. */
    public static final class LoginLocked extends AuthError {
        private static final long serialVersionUID = 1L;

        private final Duration wait;

        public LoginLocked(Duration wait) {
            super("Too many logins have failed; the next has to wait");
            this.wait = wait;
        }

        /** Until the next try is looked at. */
        public Duration remaining() {
            return wait;
        }
    }

    /** Something that only a user in a session can do. */
    public static final class SessionRequired extends AuthError {
        private static final long serialVersionUID = 1L;

        public SessionRequired() {
            super("Only a user who is logged in can do this");
        }
    }

    /** A token request is refused in the words of RFC 6749, section 5.2. */
    public static final class GrantRefused extends AuthError {
        private static final long serialVersionUID = 1L;

        private final GrantError error;

        public GrantRefused(GrantError error, String description) {
            super(description);
            this.error = error;
        }

        public GrantError error() {
            return error;
        }
    }

    /** There is no such tenant or key, or it is another tenant's. */
    public static final class NotFound extends AuthError {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super("There is no such " + what);
        }
    }

    /** The tenant is the installation's own, or on its way out. */
    public static final class TenantUnchangeable extends AuthError {
        private static final long serialVersionUID = 1L;

        public TenantUnchangeable(String why) {
            super(why);
        }
    }

    /** Somebody would give away, or take from another, more than they have. */
    public static final class ScopesNotHeld extends AuthError {
        private static final long serialVersionUID = 1L;

        public ScopesNotHeld() {
            super("Nobody can give away, or take away, more than they have themselves");
        }
    }

    /** An address belongs to one user of the installation. */
    public static final class EmailTaken extends AuthError {
        private static final long serialVersionUID = 1L;

        public EmailTaken() {
            super("The e-mail address is already in use");
        }
    }

    /** The tenant cannot have this identity provider. */
    public static final class ProviderNotAdded extends AuthError {
        private static final long serialVersionUID = 1L;

        private ProviderNotAdded(String message) {
            super(message);
        }

        /** An issuer and an audience belong to one tenant of the installation. */
        public static ProviderNotAdded taken() {
            return new ProviderNotAdded("The issuer is already registered for this audience");
        }

        public static ProviderNotAdded tooMany(int max) {
            return new ProviderNotAdded("A tenant has at most " + max + " identity providers");
        }
    }

    /** What only a tenant's server may do, which calls with an API key. */
    public static final class KeysOnly extends AuthError {
        private static final long serialVersionUID = 1L;

        public KeysOnly() {
            super("Only an API key may do this");
        }
    }

    /** A tenant without an owner could not be run any more. */
    public static final class LastOwner extends AuthError {
        private static final long serialVersionUID = 1L;

        public LastOwner() {
            super("The last owner of a tenant can be neither removed nor given another role");
        }
    }

    /** More waits to be checked than can be in useful time. */
    public static final class Busy extends AuthError {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Too much is asked at once");
        }
    }

    /** The state Redis does not answer, or not in time. */
    public static final class StateUnavailable extends AuthError {
        private static final long serialVersionUID = 1L;

        public StateUnavailable(Throwable cause) {
            super("Logins are not possible at the moment", cause);
        }
    }

    /** The state Redis does not answer, so that gateways could not be told. */
    public static final class StateNotWritten extends AuthError {
        private static final long serialVersionUID = 1L;

        public StateNotWritten(Throwable cause) {
            super("The tenant's state cannot be written at the moment", cause);
        }
    }
}
