package io.frontdesk.kit.health;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /health/detailed} on the management port: every dependency that the service needs ({@link Readiness}) or
 * profits from ({@link Wellness}), asked now, with how long it took to answer. Answers 200 as long as it can answer.
 */
@ApplicationScoped
public class DetailedHealth {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Instance<HealthCheck> checks;
    private final Instance<AsyncHealthCheck> asyncChecks;
    private final String service;

    DetailedHealth(
            @Any Instance<HealthCheck> checks,
            @Any Instance<AsyncHealthCheck> asyncChecks,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.checks = checks;
        this.asyncChecks = asyncChecks;
        this.service = service;
    }

    void register(@Observes ManagementInterface management) {
        management.router().get("/health/detailed").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        report().subscribe()
                .with(
                        report -> context.response()
                                .putHeader("Content-Type", "application/json")
                                .end(Json.encode(report)),
                        context::fail);
    }

    /** The report as JSON members. */
    public Uni<Map<String, Object>> report() {
        List<Uni<Map<String, Object>>> asked = Stream.concat(
                        dependencies(checks)
                                .map(check -> ask(Uni.createFrom()
                                        .item(check::call)
                                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))),
                        dependencies(asyncChecks)
                                .map(check -> ask(Uni.createFrom().deferred(check::call))))
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(report(List.of()))
                : Uni.join().all(asked).andCollectFailures().map(this::report);
    }

    private static <T> Stream<T> dependencies(Instance<T> checks) {
        return Stream.concat(
                checks.select(Readiness.Literal.INSTANCE).stream(), checks.select(Wellness.Literal.INSTANCE).stream());
    }

    private Map<String, Object> report(List<Map<String, Object>> checks) {
        boolean up = checks.stream().allMatch(check -> "up".equals(check.get("status")));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("service", service);
        report.put("status", up ? "up" : "degraded");
        report.put("timestamp", Instant.now().toString());
        report.put("uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        report.put("checks", checks);
        return report;
    }

    private static Uni<Map<String, Object>> ask(Uni<HealthCheckResponse> check) {
        return Uni.createFrom().deferred(() -> {
            long asked = System.nanoTime();
            return check.ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .recoverWithItem(e -> HealthCheckResponse.named("no answer")
                            .withData("error", e.getClass().getSimpleName())
                            .down()
                            .build())
                    .map(response -> describe(response, System.nanoTime() - asked));
        });
    }

    private static Map<String, Object> describe(HealthCheckResponse response, long nanos) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("name", response.getName());
        check.put("status", response.getStatus() == HealthCheckResponse.Status.UP ? "up" : "down");
        check.put("latency_ms", Math.round(nanos / 10_000.0) / 100.0);
        response.getData().ifPresent(data -> check.put("data", data));
        return check;
    }
}
