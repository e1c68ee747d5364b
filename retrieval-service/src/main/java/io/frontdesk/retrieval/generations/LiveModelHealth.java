package io.frontdesk.retrieval.generations;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** An instance that lacks the model of the index can answer nothing. */
@Readiness
@ApplicationScoped
class LiveModelHealth implements AsyncHealthCheck {
    private static final String NAME = "embedding model";

    private final Generations generations;

    LiveModelHealth(Generations generations) {
        this.generations = generations;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return generations
                .live()
                .map(live -> HealthCheckResponse.named(NAME)
                        .up()
                        .withData("model", live.generation().model())
                        .build())
                .onFailure()
                .recoverWithItem(e -> HealthCheckResponse.down(NAME));
    }
}
