package io.frontdesk.generation.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently the retrieval-service is asked. */
@ConfigMapping(prefix = "frontdesk.retrieval")
public interface RetrievalConfig {
    /** How long one instance may take for a search; many times of what it takes, and short enough to ask another. */
    @WithDefault("2s")
    Duration timeout();

    /** How long to wait before another instance is asked, up to as long again at random. */
    @WithDefault("20ms")
    Duration retryDelay();

    /** After how many searches the breaker judges. */
    @WithDefault("20")
    int breakerWindow();

    /** The share of failures among them at which it opens. */
    @WithDefault("0.5")
    double breakerRatio();

    /** How long it stays open before one search may try. */
    @WithDefault("2s")
    Duration breakerDelay();
}
