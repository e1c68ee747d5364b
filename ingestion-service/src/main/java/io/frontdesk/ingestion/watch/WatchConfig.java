package io.frontdesk.ingestion.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How documents are followed. */
@ConfigMapping(prefix = "frontdesk.watch")
public interface WatchConfig {
    /** How often the rows are looked at, while anybody follows them. */
    @WithDefault("250ms")
    Duration poll();

    /** How often it is estimated anew how long documents still wait. */
    @WithDefault("2s")
    Duration estimateEvery();

    /** After how much silence a reader is sent a comment: proxies cut silent connections, many after 15 s. */
    @WithDefault("10s")
    Duration keepAwake();

    /** How long one connection may last. Whoever wants to go on connects anew, and is asked anew who it is. */
    @WithDefault("10m")
    Duration longest();

    /** How many may follow documents at one replica. A gateway has 800 requests to it open at most, and others need theirs. */
    @WithDefault("400")
    int readers();

    /** How many of them may be one tenant's. */
    @WithDefault("100")
    int readersPerTenant();
}
