package io.frontdesk.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.sun.management.UnixOperatingSystemMXBean;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hold connections and say nothing, or hardly anything: others are served meanwhile, and memory stays within bounds. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class ManyConnectionsTest extends GatewayTest {
    private static final int IDLE = 5_000;
    private static final int SLOW = 200;

    /** For one connection; its own end in this process and the test's are in it. */
    private static final long BYTES_EACH = 32 << 10;

    private final List<RawConnection> connections = new ArrayList<>();

    @TestHTTPResource("/")
    URI gateway;

    private TestCaller caller;

    @BeforeEach
    void someoneIsServed() {
        caller = caller(Scope.CHAT);
        generation.plays(
                request -> Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("30 days."))));
        asksOthers();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void thatAreIdleAreHeldBesideOthers() throws IOException {
        int idle = Math.toIntExact(Math.min(IDLE, spareFiles() / 2));
        long before = usedHeap();

        open(idle);
        asksOthers();

        assertThat(usedHeap() - before).isLessThan(idle * BYTES_EACH);
    }

    @Test
    void thatSendTheirHeadersByteByByteAreHeldBesideOthers() throws IOException {
        open(SLOW);

        for (char letter : "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".toCharArray()) {
            connections.forEach(connection -> connection.send(String.valueOf(letter)));
        }

        asksOthers();
    }

    @Test
    void thatSendTheirBodiesByteByByteAreGivenUp() throws IOException {
        open(SLOW);
        String head = "POST /v1/answers HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + caller.key()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
        connections.forEach(connection -> connection.send(head));

        for (char letter : "{\"question\": ".toCharArray()) {
            connections.forEach(connection -> connection.send(String.valueOf(letter)));
        }
        asksOthers();

        for (var connection : connections) {
            assertThat(connection.answers()).startsWith("HTTP/1.1 408").contains(Problem.MEDIA_TYPE);
        }
    }

    private void open(int number) throws IOException {
        for (int n = 0; n < number; n++) {
            connections.add(new RawConnection(gateway));
        }
    }

    private void asksOthers() {
        caller.calls()
                .contentType("application/json")
                .body("{\"question\": \"How long?\"}")
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .body("answer", is("30 days."));
    }

    /** How many more this process may open, with some left for everything else. */
    private static long spareFiles() {
        var system = ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
        return system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - 1_000;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
