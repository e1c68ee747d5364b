package io.frontdesk.gateway.login;

/**
 * A token to be carried as {@code Authorization: Bearer}.
 *
 * @param expiresIn seconds that it is good for
 */
public record AccessToken(String accessToken, String tokenType, long expiresIn) {
    /** Keeps what is secret out of logs. */
    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
