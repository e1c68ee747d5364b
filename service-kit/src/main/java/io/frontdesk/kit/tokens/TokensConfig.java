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

    /** How many credentials and tenants are remembered. */
    @WithDefault("10000")
    int cacheSize();

    /** How long the token of a credential is used at most before the auth-service is asked again. */
    @WithDefault("30s")
    Duration exchangeEvery();

    /** How long the auth-service may take. */
    @WithDefault("3s")
    Duration timeout();
}
