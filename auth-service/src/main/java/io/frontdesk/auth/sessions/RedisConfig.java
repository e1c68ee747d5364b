package io.frontdesk.auth.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How logins and refreshes bear a state Redis that is slow or away. */
@ConfigMapping(prefix = "frontdesk.state-redis")
public interface RedisConfig {
    /**
     * How long a script may take. It takes less than a millisecond; a login, which hashes a password for a hundred times
     * as long, bears a pause of Redis better than a refusal.
     */
    @WithDefault("500ms")
    Duration timeout();

    /** How many scripts may run at once; twice as many may wait. What comes beyond is answered with 503. */
    @WithDefault("64")
    int concurrency();

    /** How many of the last scripts the breaker looks at. */
    @WithDefault("20")
    int breakerWindow();

    /** The part of them that must have failed for Redis to be left alone. */
    @WithDefault("0.5")
    double breakerRatio();

    /** For how long. */
    @WithDefault("2s")
    Duration breakerDelay();
}
