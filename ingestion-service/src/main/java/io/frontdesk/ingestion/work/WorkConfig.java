package io.frontdesk.ingestion.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How documents are worked on. */
@ConfigMapping(prefix = "frontdesk.work")
public interface WorkConfig {
    /** How many documents one replica works on at a time. */
    @WithDefault("2")
    int concurrency();

    /** How many documents of one tenant are worked on at a time, by all replicas together. */
    @WithDefault("8")
    int perTenant();

    /** How large a share a tenant gets where tenants compete, by its plan: {@code frontdesk.work.weights."<plan>"}; else 1. */
    Map<String, Double> weights();

    /** How long a tenant waits in a lane, without being served in it, until its work may go before more urgent work. */
    @WithDefault("5m")
    Duration ageing();

    /** One claim of so many looks for such work first; so much of the urgent lanes it may cost, and no more. */
    @WithDefault("4")
    int agedEvery();

    /** How long a worker that is not heard of keeps its document; it says three times as often that it lives. */
    @WithDefault("30s")
    Duration lease();

    /** How long new work of another replica may go unseen; one's own is seen at once. */
    @WithDefault("250ms")
    Duration poll();

    /** How long a replica that stops waits for what it has begun; what is not done then goes back to the queue. */
    @WithDefault("10s")
    Duration grace();

    /** How often the figures of the whole queue are read. */
    @WithDefault("15s")
    Duration figuresEvery();

    /** How often a document is tried where the failure may pass. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failure that may pass; it doubles with each. */
    @WithDefault("1s")
    Duration firstPause();

    /** The longest pause. A document that the index did not take waits twice as long as the replica that brought it. */
    @WithDefault("30s")
    Duration longestPause();

    /** How often at most it is written down how far a document has come into the index. */
    @WithDefault("1s")
    Duration reportEvery();
}
