package io.frontdesk.auth.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Tokens and the keys that sign them. */
@ConfigMapping(prefix = "frontdesk.signing")
public interface SigningConfig {
    /** {@code iss} of every token, and the address under which clients find the discovery document. */
    URI issuer();

    /** Encrypts the private keys in the database; at least 32 characters. */
    Optional<String> encryptionSecret();

    /** How long a token inside the house lives: how long a refusal may take to reach a service behind the gateway. */
    @WithDefault("5m")
    Duration internalTokenLifetime();

    /** How long a user's access token lives. */
    @WithDefault("15m")
    Duration accessTokenLifetime();
}
