package io.frontdesk.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void whatAnswersIsUpWhateverItSays() {
        HealthCheckResponse response = probed(Uni.createFrom().nullItem());

        assertThat(response.getName()).isEqualTo("Peer");
        assertThat(response.getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatFailsIsDown() {
        assertThat(probed(Uni.createFrom().failure(new IllegalStateException("gone")))
                        .getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void whatIsSilentIsDown() {
        assertThat(probed(Uni.createFrom().nothing()).getStatus()).isEqualTo(Status.DOWN);
    }

    private static HealthCheckResponse probed(Uni<?> answer) {
        return Probe.of("Peer", answer).await().atMost(LIMIT);
    }
}
