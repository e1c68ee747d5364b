package io.frontdesk.retrieval.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the Redis that caches is asked. */
@ConfigMapping(prefix = "frontdesk.cache")
public interface CacheConfig {
    /** For how long a search waits for it. */
    @WithDefault("50ms")
    Duration timeout();
}
