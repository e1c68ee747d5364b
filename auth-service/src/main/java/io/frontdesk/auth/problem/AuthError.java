package io.frontdesk.auth.problem;

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

    /** Somebody would give away more than they have. */
    public static final class ScopesNotHeld extends AuthError {
        private static final long serialVersionUID = 1L;

        public ScopesNotHeld() {
            super("A credential cannot be given scopes that its maker does not have");
        }
    }

    /** An address belongs to one user of the installation. */
    public static final class EmailTaken extends AuthError {
        private static final long serialVersionUID = 1L;

        public EmailTaken() {
            super("The e-mail address is already in use");
        }
    }

    /** More passwords wait to be checked than can be in useful time. */
    public static final class Busy extends AuthError {
        private static final long serialVersionUID = 1L;

        public Busy() {
            super("Too many logins at once");
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
