package io.frontdesk.gateway.exact;

import io.frontdesk.contracts.Checks;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How often this gateway has had an answer at hand since it started. A cache that holds nothing makes no gateway unwell. */
@Wellness
@ApplicationScoped
class ExactCacheHealth implements HealthCheck {
    private final ExactCacheMetrics metrics;

    ExactCacheHealth(ExactCacheMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(Checks.ANSWER_CACHE)
                .up()
                .withData("hits", metrics.hits())
                .withData("misses", metrics.misses())
                .build();
    }
}
