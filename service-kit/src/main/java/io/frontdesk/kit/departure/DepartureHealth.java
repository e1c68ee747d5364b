package io.frontdesk.kit.departure;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** An instance that is about to stop is not ready. */
@Readiness
@ApplicationScoped
class DepartureHealth implements HealthCheck {
    private final Departure departure;

    DepartureHealth(Departure departure) {
        this.departure = departure;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("departure")
                .status(!departure.isLeaving())
                .build();
    }
}
