package io.frontdesk.retrieval.generations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the index goes from one embedding model to another. */
@ConfigMapping(prefix = "frontdesk.generations")
public interface GenerationConfig {
    /** How often an instance looks for a generation to fill, and whether another has become the live one. */
    @WithDefault("5S")
    Duration poll();

    /** How many chunks are embedded at a time, and lost where an instance dies meanwhile. */
    @WithDefault("32")
    int batch();

    /** How long the vectors of the former model stay after the switch; searches that began before it end in seconds. */
    @WithDefault("10M")
    Duration grace();
}
