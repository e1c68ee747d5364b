package io.frontdesk.ingestion.work;

import io.frontdesk.contracts.Checks;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What the queue holds, of all replicas and tenants; a long queue makes no instance unwell. */
@Wellness
@ApplicationScoped
class QueueHealth implements HealthCheck {
    private final WorkMetrics metrics;

    QueueHealth(WorkMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public HealthCheckResponse call() {
        List<LaneLoad> loads = metrics.loads();
        Duration oldest = loads.stream()
                .map(LaneLoad::oldest)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return HealthCheckResponse.named(Checks.WORK_QUEUE)
                .up()
                .withData("pending", loads.stream().mapToLong(LaneLoad::waiting).sum())
                .withData(
                        "processing", loads.stream().mapToLong(LaneLoad::inWork).sum())
                .withData("oldest_seconds", oldest.toSeconds())
                .build();
    }
}
