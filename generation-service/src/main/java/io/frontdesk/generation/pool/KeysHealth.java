package io.frontdesk.generation.pool;

import io.frontdesk.contracts.Checks;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How the keys stand, over all replicas; down where there are some and none is healthy, or nobody can tell. */
@Wellness
@ApplicationScoped
class KeysHealth implements AsyncHealthCheck {
    private final KeyRing ring;
    private final PoolFigures figures;

    KeysHealth(KeyRing ring, PoolFigures figures) {
        this.ring = ring;
        this.figures = figures;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (ring.keys().isEmpty()) {
            return Uni.createFrom().item(response(List.of()));
        }
        return figures.states()
                .map(KeysHealth::response)
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(Checks.LLM_KEYS));
    }

    private static HealthCheckResponse response(List<KeyState> states) {
        var counts = KeyCounts.of(states);
        return HealthCheckResponse.named(Checks.LLM_KEYS)
                .status(counts.total() == 0 || counts.healthy() > 0)
                .withData("total", counts.total())
                .withData("healthy", counts.healthy())
                .withData("degraded", counts.degraded())
                .withData("circuit_open", counts.open())
                .build();
    }
}
