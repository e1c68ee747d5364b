package io.frontdesk.auth.login;

import io.frontdesk.auth.signing.SignedToken;

/**
 * The answer to a login, named as in RFC 6749, section 5.1.
 *
 * @param expiresIn seconds
 */
record AccessTokenView(String accessToken, String tokenType, long expiresIn) {
    static AccessTokenView of(SignedToken token) {
        return new AccessTokenView(token.text(), "Bearer", token.expiresIn());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "AccessTokenView[…]";
    }
}
