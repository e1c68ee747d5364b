package io.frontdesk.retrieval.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

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
}
