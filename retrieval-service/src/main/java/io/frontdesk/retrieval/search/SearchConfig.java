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
     * depends on the tenant's share of its partition. Comparing 5,000 takes about as long as the graph at its best, and misses none.
     */
    @WithDefault("5000")
    int exactUpTo();

    /** What searches miss is measured on some of them. */
    Sampler sampler();

    /** All vectors are compared for it, which takes about 1 ms for each 1,000 chunks of the tenant. */
    interface Sampler {
        /** Of all searches, 0 to 1. */
        @WithDefault("0.01")
        double share();

        /** How many are measured at a time; those that come meanwhile are not. */
        @WithDefault("1")
        int atOnce();

        /** For how long after the search, so that its reply is on its way. */
        @WithDefault("100ms")
        Duration delay();
    }

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
