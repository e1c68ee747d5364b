package io.frontdesk.gateway.operations;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the suite is, in one look; {@code /health/detailed} has what it is made of.
 *
 * @param status {@code up} where every instance says so, otherwise {@code degraded}
 * @param services by name
 * @param caches what the gateways had at hand since they started, together
 * @param limits how rate limits are decided, by the gateway that knows worst
 * @param queues what waits to be indexed, of all tenants; null where no ingestion-service tells
 * @param keys keys of language models, over all replicas; null where no generation-service tells
 */
public record SuiteStatus(
        String status,
        Instant timestamp,
        Map<String, ServiceStatus> services,
        Caches caches,
        Limits limits,
        @Nullable Queues queues,
        @Nullable Keys keys) {
    /**
     * The instances of a service.
     *
     * @param up how many are, with all that they need or profit from
     */
    public record ServiceStatus(int instances, int up) {}

    /** @param hitRate from 0 to 1; null before the first question */
    public record Caches(long hits, long misses, @Nullable Double hitRate) {}

    /**
     * @param enforced {@code together}, or {@code by_share} where a gateway does not reach the state Redis
     * @param gateways among which limits are shared
     */
    public record Limits(String enforced, long gateways) {}

    /**
     * @param pending documents that wait
     * @param processing documents that somebody works on
     * @param oldestSeconds how long the first of those that wait has been waiting
     */
    public record Queues(long pending, long processing, long oldestSeconds) {}

    /** @param degraded keys that their provider refuses */
    public record Keys(long total, long healthy, long degraded, long circuitOpen) {}
}
