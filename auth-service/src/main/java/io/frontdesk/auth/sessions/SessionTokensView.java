package io.frontdesk.auth.sessions;

/**
 * The answer to a login and to a refresh, named as in RFC 6749, section 5.1.
 *
 * @param expiresIn seconds
 * @param refreshExpiresIn seconds
 */
public record SessionTokensView(
        String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {
    public static SessionTokensView of(SessionTokens tokens) {
        return new SessionTokensView(
                tokens.access().text(),
                "Bearer",
                tokens.access().expiresIn(),
                tokens.refresh(),
                tokens.refreshExpiresIn());
    }

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "SessionTokensView[…]";
    }
}
