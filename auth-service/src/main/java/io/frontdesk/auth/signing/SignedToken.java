package io.frontdesk.auth.signing;

/**
 * A token that this service has signed.
 *
 * @param expiresIn seconds
 */
public record SignedToken(String text, long expiresIn) {
    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "SignedToken[…]";
    }
}
