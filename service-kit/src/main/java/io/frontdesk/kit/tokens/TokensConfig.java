package io.frontdesk.kit.tokens;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this service gets tokens from the auth-service. */
@ConfigMapping(prefix = "frontdesk.tokens")
public interface TokensConfig {
    /** The name under which the auth-service knows this service; needed only for work without a caller. */
    Optional<String> clientId();

    /** The secret that goes with it. */
    Optional<String> clientSecret();

    /** How many credentials, tenants and verified tokens are remembered, each. */
    @WithDefault("10000")
    int cacheSize();

    /**
     * How long the token of a credential is used at most before the auth-service is asked again: so long a revocation may stay
     * unnoticed by a service that does not read the state of tenants.
     */
    @WithDefault("30s")
    Duration exchangeEvery();

    /** How many credentials the auth-service is asked about at once: what one instance checks without queueing itself. */
    @WithDefault("32")
    int exchangesAtOnce();

    /** How many more may wait for their turn; the rest is refused at once, so that nothing piles up. */
    @WithDefault("64")
    int exchangesWaiting();

    /** How long the auth-service may take. */
    @WithDefault("3s")
    Duration timeout();
}
