package io.frontdesk.kit.balancing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.stork.impl.DefaultServiceInstance;
import jakarta.ws.rs.client.ClientBuilder;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;
import org.junit.jupiter.api.Test;

class LeavingClientFilterTest {
    private final ToldInstance instance = new ToldInstance(
            new DefaultServiceInstance(1, "localhost", 1, false), new Track(System::nanoTime, () -> 0));

    @Test
    void leavesAFailureBeforeAnyReplyAsItIs() {
        ResteasyReactiveClientRequestFilter failing = request -> {
            request.unwrap(RestClientRequestContext.class).setCallStatsCollector(instance);
            throw new IllegalStateException("no token");
        };
        try (var client = ClientBuilder.newClient().register(new LeavingClientFilter())) {
            var call = client.target("http://localhost:1").register(failing).request();

            assertThatThrownBy(call::get).hasRootCauseMessage("no token");
        }
    }
}
