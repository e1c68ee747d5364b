package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.Checks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How often this gateway has had an answer at hand since it started. A cache that holds nothing makes no gateway unwell. */
@Wellness
@ApplicationScoped
class ExactCacheHealth implements HealthCheck {
    private final MeterRegistry metrics;

    ExactCacheHealth(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(Checks.ANSWER_CACHE)
                .up()
                .withData("hits", count("hit"))
                .withData("misses", count("miss") + count("unknown"))
                .build();
    }

    private long count(String outcome) {
        return (long) metrics.find("frontdesk_answer_cache").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
