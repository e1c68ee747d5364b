package io.frontdesk.auth.sessions;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.signing.SignedToken;

/**
 * What a user carries from now on.
 *
 * @param refresh the refresh token, good for one use
 * @param refreshExpiresIn seconds until the session ends
 * @param scopes of the user
 */
public record SessionTokens(SignedToken access, String refresh, long refreshExpiresIn, Scopes scopes) {
    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "SessionTokens[…]";
    }
}
