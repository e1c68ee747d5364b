package io.frontdesk.kit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontdesk.testing.DnsServer;
import io.smallrye.stork.api.NoServiceInstanceFoundException;
import io.smallrye.stork.api.ServiceInstance;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsDiscoveryTest {
    private static final String NAME = "search.test";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DnsServer dns = new DnsServer("_http._tcp.search.test,search.test,8083");
    private final Discovered byName = discovered("dns:search.test:8083");

    private Discovered discovered(String addressList) {
        return new Discovered(
                addressList,
                Map.of("frontdesk.discovery.dns-servers", dns.address(), "frontdesk.discovery.timeout", "500ms"));
    }

    @AfterEach
    void end() throws IOException {
        byName.close();
        dns.close();
    }

    @Test
    void everyAddressOfTheNameIsAnInstanceAsLongAsItIsOne() {
        dns.tell(NAME, List.of("127.0.0.2"));
        byName.awaitKnown("127.0.0.2:8083");
        ServiceInstance stays = byName.instances().await().atMost(PATIENCE).getFirst();

        dns.tell(NAME, List.of("127.0.0.2", "127.0.0.3"));
        byName.awaitKnown("127.0.0.2:8083", "127.0.0.3:8083");
        assertThat(byName.gauge()).isEqualTo(2);
        assertThat(byName.instances().await().atMost(PATIENCE)).contains(stays);

        dns.tell(NAME, List.of("127.0.0.3"));
        byName.awaitKnown("127.0.0.3:8083");
    }

    @ParameterizedTest(name = "{0} of them")
    @ValueSource(ints = {60, 200})
    void manyAddressesComeWholeWhetherADatagramHoldsThemOrNot(int many) {
        dns.tell(
                NAME,
                IntStream.rangeClosed(1, many).mapToObj(n -> "127.0.1." + n).toList());

        await().atMost(PATIENCE).until(() -> byName.known().size() == many);
    }

    @Test
    void serviceRecordsNameThePort() {
        dns.tell(NAME, List.of("127.0.0.2", "127.0.0.3"));

        try (var bySrv = discovered("dns:_http._tcp.search.test")) {
            bySrv.awaitKnown("127.0.0.2:8083", "127.0.0.3:8083");
        }
    }

    @Test
    void whileDnsIsDownTheLastOnesStayAndNobodyWaits() {
        dns.tell(NAME, List.of("127.0.0.2", "127.0.0.3"));
        byName.awaitKnown("127.0.0.2:8083", "127.0.0.3:8083");

        dns.stop();
        byName.awaitFailures(3);
        assertThat(byName.known()).containsExactly("127.0.0.2:8083", "127.0.0.3:8083");

        dns.tell(NAME, List.of("127.0.0.4"));
        dns.start();
        byName.awaitKnown("127.0.0.4:8083");
    }

    @Test
    void aNameThatIsGoneTakesNoInstanceWithIt() {
        dns.tell(NAME, List.of("127.0.0.2"));
        byName.awaitKnown("127.0.0.2:8083");

        dns.tell(NAME, List.of());
        byName.awaitFailures(3);

        assertThat(byName.known()).containsExactly("127.0.0.2:8083");
    }

    @Test
    void whereNoneWasEverFoundCallsFailUntilOneIs() {
        assertThatThrownBy(() -> byName.instances().await().atMost(PATIENCE))
                .isInstanceOf(NoServiceInstanceFoundException.class)
                .hasMessageContaining("moving");

        dns.tell(NAME, List.of("127.0.0.2"));

        byName.awaitKnown("127.0.0.2:8083");
    }
}
