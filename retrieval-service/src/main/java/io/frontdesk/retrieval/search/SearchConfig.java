package io.frontdesk.retrieval.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How passages are found. */
@ConfigMapping(prefix = "frontdesk.search")
interface SearchConfig {
    /** How many candidates each of the two legs gives before their ranks are fused. */
    @WithDefault("60")
    int candidates();

    /**
     * Vectors of a tenant with so many chunks are all compared; of one with more where that is quicker than the graph (HNSW), which
     * depends on the tenant's share of its partition. Comparing 2,000 takes 1.6 ms and misses none; the graph takes 1 to 6 ms.
     */
    @WithDefault("2000")
    int exactUpTo();

    /** Results that are remembered. */
    Cache cache();

    /** On the Redis that may forget, under the version of the tenant's knowledge. */
    interface Cache {
        /** Whether results are remembered at all. */
        @WithDefault("true")
        boolean enabled();

        /** For how long. */
        @WithDefault("30m")
        Duration lifetime();
    }
}
