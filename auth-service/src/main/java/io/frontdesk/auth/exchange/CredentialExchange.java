package io.frontdesk.auth.exchange;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.keys.ApiKeyText;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.signing.AccessTokens;
import io.frontdesk.auth.users.Users;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one place that decides whether a credential is valid, whatever kind it is. */
@ApplicationScoped
class CredentialExchange {
    private final CredentialStore credentials;
    private final AccessTokens accessTokens;
    private final Users users;
    private final Clock clock;

    CredentialExchange(CredentialStore credentials, AccessTokens accessTokens, Users users, Clock clock) {
        this.credentials = credentials;
        this.accessTokens = accessTokens;
        this.users = users;
        this.clock = clock;
    }

    /** Whom a credential stands for; fails with {@link AuthError.CredentialRefused}. */
    Uni<Principal> principal(@Nullable String credential) {
        if (credential == null) {
            throw new AuthError.CredentialRefused();
        }
        return ApiKeyText.parse(credential)
                .map(key -> credentials.keyHolder(key.hash(), clock.instant()))
                .orElseGet(() -> userOf(credential))
                .map(found -> found.orElseThrow(AuthError.CredentialRefused::new));
    }

    private Uni<Optional<Principal>> userOf(String accessToken) {
        return accessTokens
                .verify(accessToken)
                .map(bearer -> users.principal(bearer.tenantId(), bearer.userId())
                        .map(user -> user.map(known -> known.until(bearer.expiresAt()))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
