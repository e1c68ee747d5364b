package io.frontdesk.generation.health.system;

import io.frontdesk.kit.health.Probe;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database answers. Answers are given without it, so it does not make the service unready. */
@Wellness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private final PgProbeStore database;

    DatabaseHealth(PgProbeStore database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Probe.of("PostgreSQL", database.probe());
    }
}
