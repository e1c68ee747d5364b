package io.frontdesk.kit.tokens;

/** The auth-service does not know this credential, or no longer. */
public final class CredentialRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CredentialRefused() {
        super("the credential is not valid", null, false, false);
    }
}
