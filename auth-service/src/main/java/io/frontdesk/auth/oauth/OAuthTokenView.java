package io.frontdesk.auth.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.sessions.SessionTokens;
import io.frontdesk.auth.signing.SignedToken;
import org.jspecify.annotations.Nullable;

/**
 * A successful token response (RFC 6749, section 5.1).
 *
 * @param expiresIn seconds
 * @param scope what the token may do, which can be more than was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OAuthTokenView(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        String scope) {
    static OAuthTokenView of(SignedToken token, Scopes scopes) {
        return new OAuthTokenView(token.text(), "Bearer", token.expiresIn(), null, scopes.claim());
    }

    static OAuthTokenView of(SessionTokens tokens) {
        return new OAuthTokenView(
                tokens.access().text(),
                "Bearer",
                tokens.access().expiresIn(),
                tokens.refresh(),
                tokens.scopes().claim());
    }

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "OAuthTokenView[…]";
    }
}
