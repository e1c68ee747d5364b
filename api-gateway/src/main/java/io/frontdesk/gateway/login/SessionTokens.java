package io.frontdesk.gateway.login;

/**
 * What a user carries.
 *
 * @param expiresIn seconds that the access token is good for
 * @param refreshExpiresIn seconds that the refresh token is good for, once
 */
record SessionTokens(String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "SessionTokens[…]";
    }
}
