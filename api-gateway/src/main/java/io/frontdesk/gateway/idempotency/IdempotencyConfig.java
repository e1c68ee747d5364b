package io.frontdesk.gateway.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests with an {@code Idempotency-Key} are told from their repetitions. */
@ConfigMapping(prefix = "frontdesk.idempotency")
public interface IdempotencyConfig {
    /** How long a response is kept. */
    @WithDefault("24h")
    Duration keep();

    /** How long what a gateway does is left to it when it is not heard of. Renewed three times as often. */
    @WithDefault("30s")
    Duration lease();

    /** The largest body that is kept, in bytes; what answers more is not done again either, but can only be said to be done. */
    @WithDefault("262144")
    int maxResponseBytes();

    /** How long the state Redis may take; without it a request that has a key is refused. */
    @WithDefault("75ms")
    Duration stateTimeout();
}
