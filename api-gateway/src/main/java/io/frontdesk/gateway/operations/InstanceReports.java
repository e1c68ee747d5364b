package io.frontdesk.gateway.operations;

import io.frontdesk.contracts.Checks;
import io.frontdesk.gateway.operations.SuiteStatus.Caches;
import io.frontdesk.gateway.operations.SuiteStatus.Keys;
import io.frontdesk.gateway.operations.SuiteStatus.Limits;
import io.frontdesk.gateway.operations.SuiteStatus.Queues;
import io.frontdesk.gateway.operations.SuiteStatus.ServiceStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the instances of all services say of themselves. */
record InstanceReports(List<Map<String, Object>> instances) {
    private static final String UP = "up";
    private static final String TOGETHER = "together";

    /** All of it, as JSON members. */
    Map<String, Object> detailed() {
        Map<String, Object> detailed = new LinkedHashMap<>();
        detailed.put("status", overall());
        detailed.put("timestamp", Instant.now().toString());
        detailed.put("instances", instances);
        return detailed;
    }

    SuiteStatus status() {
        return new SuiteStatus(overall(), Instant.now(), services(), caches(), limits(), queues(), keys());
    }

    private String overall() {
        return instances.stream().allMatch(InstanceReports::isUp) ? UP : "degraded";
    }

    private static boolean isUp(Map<String, Object> instance) {
        return UP.equals(instance.get("status"));
    }

    private Map<String, ServiceStatus> services() {
        Map<String, ServiceStatus> services = new TreeMap<>();
        instances.forEach(instance -> services.merge(
                String.valueOf(instance.get("service")),
                new ServiceStatus(1, isUp(instance) ? 1 : 0),
                (some, one) -> new ServiceStatus(some.instances() + one.instances(), some.up() + one.up())));
        return services;
    }

    private Caches caches() {
        long hits = figures(Checks.ANSWER_CACHE)
                .mapToLong(cache -> cache.getLong("hits"))
                .sum();
        long misses = figures(Checks.ANSWER_CACHE)
                .mapToLong(cache -> cache.getLong("misses"))
                .sum();
        return new Caches(hits, misses, hits + misses == 0 ? null : (double) hits / (hits + misses));
    }

    private Limits limits() {
        List<JsonObject> seen = figures(Checks.RATE_LIMITS).toList();
        boolean together = seen.stream().allMatch(limits -> TOGETHER.equals(limits.getString("enforced")));
        long gateways = seen.stream()
                .mapToLong(limits -> limits.getLong("gateways"))
                .max()
                .orElse(0);
        return new Limits(together ? TOGETHER : "by_share", gateways);
    }

    private @Nullable Queues queues() {
        return figures(Checks.WORK_QUEUE)
                .findFirst()
                .map(queue -> new Queues(
                        queue.getLong("pending"), queue.getLong("processing"), queue.getLong("oldest_seconds")))
                .orElse(null);
    }

    private @Nullable Keys keys() {
        return figures(Checks.LLM_KEYS)
                .findFirst()
                .map(keys -> new Keys(
                        keys.getLong("total"),
                        keys.getLong("healthy"),
                        keys.getLong("degraded"),
                        keys.getLong("circuit_open")))
                .orElse(null);
    }

    /** What each instance that can tells of this check. */
    private Stream<JsonObject> figures(String check) {
        return instances.stream()
                .flatMap(instance -> new JsonObject(instance).getJsonArray("checks", new JsonArray()).stream())
                .map(JsonObject.class::cast)
                .filter(described -> check.equals(described.getString("name")))
                .map(described -> described.getJsonObject("data"))
                .filter(Objects::nonNull);
    }
}
