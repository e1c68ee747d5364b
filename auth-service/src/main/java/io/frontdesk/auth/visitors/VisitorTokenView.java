package io.frontdesk.auth.visitors;

import io.frontdesk.auth.signing.SignedToken;

/**
 * A token for a visitor.
 *
 * @param expiresIn seconds
 */
record VisitorTokenView(String accessToken, String tokenType, long expiresIn) {
    static VisitorTokenView of(SignedToken token) {
        return new VisitorTokenView(token.text(), "Bearer", token.expiresIn());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "VisitorTokenView[…]";
    }
}
