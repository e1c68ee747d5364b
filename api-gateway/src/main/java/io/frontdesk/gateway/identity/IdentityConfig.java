package io.frontdesk.gateway.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How callers are recognised. */
@ConfigMapping(prefix = "frontdesk.identity")
public interface IdentityConfig {
    /**
     * How long the state Redis may take to say how a tenant stands; after that the request goes on with what was granted. An
     * answer takes a fraction of a millisecond, and a pause of a garbage collector less than this.
     */
    @WithDefault("75ms")
    Duration stateTimeout();
}
