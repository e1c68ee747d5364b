package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.Checks;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether limits are decided for all gateways together; down while each enforces its share, which makes none unready. */
@Wellness
@ApplicationScoped
class AdmissionHealth implements HealthCheck {
    private final Presence presence;

    AdmissionHealth(Presence presence) {
        this.presence = presence;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named(Checks.RATE_LIMITS)
                .status(presence.isComplete())
                .withData("enforced", presence.isComplete() ? "together" : "by_share")
                .withData("gateways", presence.gateways())
                .build();
    }
}
