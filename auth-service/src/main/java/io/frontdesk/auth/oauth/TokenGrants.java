package io.frontdesk.auth.oauth;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.problem.GrantError;
import io.frontdesk.auth.sessions.Sessions;
import io.frontdesk.auth.signing.TokenSigner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** The ways to an access token. */
@ApplicationScoped
class TokenGrants {
    private final CredentialStore credentials;
    private final Sessions sessions;
    private final TokenSigner signer;
    private final Clock clock;

    TokenGrants(CredentialStore credentials, Sessions sessions, TokenSigner signer, Clock clock) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.signer = signer;
        this.clock = clock;
    }

    /** For an API key; with all of its scopes, whatever fewer may have been asked for. */
    Uni<OAuthTokenView> clientCredentials(ClientCredentials client) {
        return client.key()
                .map(key -> credentials.keyHolder(key.hash(), clock.instant()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(ClientCredentials::refused))
                .map(key -> OAuthTokenView.of(signer.ofKey(key), key.scopes()));
    }

    /** For the session of a user. */
    Uni<OAuthTokenView> refresh(String refreshToken) {
        return sessions.refresh(refreshToken)
                .map(OAuthTokenView::of)
                .onFailure(AuthError.CredentialRefused.class)
                .transform(e -> new AuthError.GrantRefused(
                        GrantError.INVALID_GRANT, "The refresh token is not valid, or no longer"));
    }
}
