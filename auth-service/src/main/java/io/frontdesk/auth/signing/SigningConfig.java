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

    /** How long an access token of a user or a key lives. */
    @WithDefault("15m")
    Duration accessTokenLifetime();

    /** No token lives longer, whatever is asked for: so long a key verifies after it has signed for the last time. */
    @WithDefault("1h")
    Duration longestTokenLifetime();

    /** How old the newest key becomes before another is made. */
    @WithDefault("30d")
    Duration rotateEvery();

    /**
     * How long a key is published before it signs. Whoever verifies must have looked at the JWKS again by then: our services
     * do so as soon as they meet a key that they do not know, others, as Quarkus by default, every 10 minutes at most; and
     * each of our replicas publishes a key a minute after another has made it.
     */
    @WithDefault("15m")
    Duration publishBefore();

    /** How often a replica reads the keys again. */
    @WithDefault("1m")
    Duration reloadEvery();

    /** How often it does so at most for tokens that name a key it does not know. */
    @WithDefault("5s")
    Duration reloadAtMostEvery();
}
