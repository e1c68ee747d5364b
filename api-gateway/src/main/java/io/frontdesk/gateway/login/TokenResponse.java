package io.frontdesk.gateway.login;

import org.jspecify.annotations.Nullable;

/**
 * A token (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds that it is good for
 * @param scope space separated
 */
record TokenResponse(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        @Nullable String scope) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "TokenResponse[…]";
    }
}
