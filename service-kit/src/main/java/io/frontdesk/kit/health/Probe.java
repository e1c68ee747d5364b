package io.frontdesk.kit.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** A question to something that a service depends on: that is up where it answers within a second, whatever it says. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Probe() {}

    /** Never fails. */
    public static Uni<HealthCheckResponse> of(String name, Uni<?> answer) {
        return answer.replaceWith(HealthCheckResponse.up(name))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.down(name));
    }
}
