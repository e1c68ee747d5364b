package io.frontdesk.retrieval.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How passages are found. */
@ConfigMapping(prefix = "frontdesk.search")
interface SearchConfig {
    /** How many candidates each of the two legs gives before their ranks are fused. */
    @WithDefault("60")
    int candidates();
}
