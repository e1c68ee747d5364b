package io.frontdesk.kit.tokens;

import io.frontdesk.contracts.tokens.ClientTokenRequest;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tokens for work that no caller asked for: workers and schedulers, each for one tenant at a time. */
@ApplicationScoped
public class SystemTokens {
    private final AuthRestClient auth;
    private final TokensConfig config;
    private final GrantCache<UUID> grants;

    SystemTokens(@RestClient AuthRestClient auth, TokensConfig config) {
        this.auth = auth;
        this.config = config;
        this.grants = new GrantCache<>(config.cacheSize(), Duration.ofDays(1));
    }

    /** A bearer token to work for a tenant with. */
    public Uni<String> forTenant(UUID tenant) {
        return grants.get(tenant, () -> request(tenant).map(Optional::of))
                .map(grant -> grant.orElseThrow().accessToken());
    }

    private Uni<TokenGrant> request(UUID tenant) {
        return AuthAttempts.within(
                config.timeout(), auth.forTenant(basicCredentials(), new ClientTokenRequest(tenant)));
    }

    private String basicCredentials() {
        String pair = config.clientId().orElseThrow(() -> missing("client-id")) + ":"
                + config.clientSecret().orElseThrow(() -> missing("client-secret"));
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static IllegalStateException missing(String key) {
        return new IllegalStateException("frontdesk.tokens." + key + " is not set");
    }
}
