package io.frontdesk.ingestion.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents are worked on. */
@ConfigMapping(prefix = "frontdesk.work")
public interface WorkConfig {
    /** How many documents one replica works on at a time. */
    @WithDefault("2")
    int concurrency();

    /** How many documents of one tenant are worked on at a time, by all replicas together. */
    @WithDefault("8")
    int perTenant();

    /** How long a worker that is not heard of keeps its document; it says three times as often that it lives. */
    @WithDefault("30s")
    Duration lease();

    /** How long new work of another replica may go unseen; one's own is seen at once. */
    @WithDefault("250ms")
    Duration poll();

    /** How often a document is tried where the failure may pass. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failure that may pass; it doubles with each. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("30s")
    Duration longestPause();

    /** How often at most it is written down how far a document has come into the index. */
    @WithDefault("1s")
    Duration reportEvery();
}
