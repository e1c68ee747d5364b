package io.frontdesk.gateway.operations;

import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.health.DetailedHealth;
import io.smallrye.mutiny.Uni;
import io.smallrye.stork.Stork;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceInstance;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every instance of every service with its dependencies, asked now. */
@ApplicationScoped
class SuiteHealth {
    private static final String GATEWAY = "api-gateway";

    private final DetailedHealth gateway;
    private final OperationsConfig config;
    private final HttpClient http;

    SuiteHealth(DetailedHealth gateway, OperationsConfig config, Vertx vertx) {
        this.gateway = gateway;
        this.config = config;
        this.http = vertx.createHttpClient();
    }

    Uni<InstanceReports> report() {
        List<Uni<List<Map<String, Object>>>> asked = new ArrayList<>();
        asked.add(
                config.gateways().isPresent()
                        ? askAll(GATEWAY)
                        : gateway.report().map(List::of));
        for (UpstreamService service : UpstreamService.values()) {
            asked.add(askAll(service.serviceName()));
        }
        return Uni.join()
                .all(asked)
                .andCollectFailures()
                .map(reports -> new InstanceReports(
                        reports.stream().flatMap(List::stream).toList()));
    }

    private Uni<List<Map<String, Object>>> askAll(String service) {
        return Stork.getInstance()
                .getService(service + "-management")
                .getInstances()
                .chain(instances -> Uni.join()
                        .all(instances.stream()
                                .map(instance -> ask(service, instance))
                                .toList())
                        .andCollectFailures())
                .onFailure(NoServiceInstanceFoundException.class)
                .recoverWithItem(e -> List.of(unreachable(service, e)));
    }

    private Uni<Map<String, Object>> ask(String service, ServiceInstance instance) {
        return Uni.createFrom().deferred(() -> {
            long asked = System.nanoTime();
            return http.request(HttpMethod.GET, instance.getPort(), instance.getHost(), "/health/detailed")
                    .chain(request -> request.send())
                    .chain(HttpClientResponse::body)
                    .map(body -> new JsonObject(body.getDelegate()).getMap())
                    .ifNoItem()
                    .after(config.timeout())
                    .fail()
                    .onFailure()
                    .recoverWithItem(e -> unreachable(service, e))
                    .map(report -> withAddress(report, instance, System.nanoTime() - asked));
        });
    }

    private static Map<String, Object> unreachable(String service, Throwable e) {
        return Map.of(
                "service", service, "status", "down", "error", e.getClass().getSimpleName());
    }

    private static Map<String, Object> withAddress(Map<String, Object> report, ServiceInstance asked, long nanos) {
        Map<String, Object> instance = new LinkedHashMap<>(report);
        instance.put("instance", asked.getHost() + ":" + asked.getPort());
        instance.put("latency_ms", Math.round(nanos / 10_000.0) / 100.0);
        return instance;
    }
}
