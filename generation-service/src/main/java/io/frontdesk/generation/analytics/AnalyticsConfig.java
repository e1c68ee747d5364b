package io.frontdesk.generation.analytics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How figures are told. */
@ConfigMapping(prefix = "frontdesk.analytics")
public interface AnalyticsConfig {
    /** For how long figures of a tenant and period are told again. */
    @WithDefault("5m")
    Duration lifetime();

    /** For how long the Redis that remembers them is waited for. */
    @WithDefault("50ms")
    Duration timeout();

    /** The longest period. */
    @WithDefault("92d")
    Duration longest();

    /** The period that ends now, where none is asked for. */
    @WithDefault("7d")
    Duration usual();
}
