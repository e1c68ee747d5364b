package io.frontdesk.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void saysWhoWantedAPortThatIsTakenAndHowToFindItsHolder() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "api-gateway-1"))
                    .isInstanceOf(Failure.class)
                    .hasMessage("port %d, which api-gateway-1 needs, is taken; end what listens there ".formatted(port)
                            + "(ss -ltnp 'sport = :%d')".formatted(port));
            assertThat(Ports.answers("localhost", port)).isTrue();
        }
    }

    @Test
    void findsAPortThatIsFree() {
        var port = Ports.free();

        assertThatCode(() -> Ports.requireFree(port, "anything")).doesNotThrowAnyException();
        assertThat(Ports.answers("localhost", port)).isFalse();
    }
}
