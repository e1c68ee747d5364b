package io.frontdesk.generation.health.system;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database answers. Answers are given without it, so it does not make the service unready. */
@Wellness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {
    private static final String NAME = "PostgreSQL";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PgProbeStore database;

    DatabaseHealth(PgProbeStore database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database.probe()
                .replaceWith(HealthCheckResponse.up(NAME))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(NAME));
    }
}
