package io.frontdesk.gateway.operations;

import io.frontdesk.kit.health.DetailedHealth;
import io.smallrye.mutiny.Uni;
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
        List<Uni<Map<String, Object>>> asked = new ArrayList<>();
        config.gateways()
                .ifPresentOrElse(
                        addresses -> addresses.forEach(address -> asked.add(ask(GATEWAY, address))),
                        () -> asked.add(gateway.report()));
        config.management()
                .forEach((service, addresses) -> addresses.forEach(address -> asked.add(ask(service, address))));
        return Uni.join().all(asked).andCollectFailures().map(InstanceReports::new);
    }

    private Uni<Map<String, Object>> ask(String service, String address) {
        return Uni.createFrom().deferred(() -> {
            long asked = System.nanoTime();
            int colon = address.lastIndexOf(':');
            int port = Integer.parseInt(address.substring(colon + 1));
            return http.request(HttpMethod.GET, port, address.substring(0, colon), "/health/detailed")
                    .chain(request -> request.send())
                    .chain(HttpClientResponse::body)
                    .map(body -> new JsonObject(body.getDelegate()).getMap())
                    .ifNoItem()
                    .after(config.timeout())
                    .fail()
                    .onFailure()
                    .recoverWithItem(e -> unreachable(service, e))
                    .map(report -> withAddress(report, address, System.nanoTime() - asked));
        });
    }

    private static Map<String, Object> unreachable(String service, Throwable e) {
        return Map.of(
                "service", service, "status", "down", "error", e.getClass().getSimpleName());
    }

    private static Map<String, Object> withAddress(Map<String, Object> report, String address, long nanos) {
        Map<String, Object> instance = new LinkedHashMap<>(report);
        instance.put("instance", address);
        instance.put("latency_ms", Math.round(nanos / 10_000.0) / 100.0);
        return instance;
    }
}
