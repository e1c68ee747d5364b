package io.frontdesk.kit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesDiscoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KubernetesMockServer api = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), true);

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path account;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private NamespacedKubernetesClient operator;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Discovered search;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        account = folder;
        api.init();
        operator = api.createClient();
        Files.copy(Path.of(api.getSelfSignedCertificate().certificatePath()), account.resolve("ca.crt"));
        Files.writeString(account.resolve("token"), "first-token\n");
        search = discovered("kubernetes:frontdesk/search:http");
    }

    @AfterEach
    void end() {
        search.close();
        operator.close();
        api.destroy();
    }

    private Discovered discovered(String addressList) {
        return new Discovered(
                addressList,
                Map.of(
                        "frontdesk.discovery.kubernetes.url",
                        "https://localhost:" + api.getPort(),
                        "frontdesk.discovery.kubernetes.account",
                        account.toString()));
    }

    @Test
    void readyEndpointsOfTheServiceAreInstances() {
        create(slice("search-1", "search", "IPv4", "10.0.0.1"));
        create(slice("other-1", "other", "IPv4", "10.0.0.9"));
        search.awaitKnown("10.0.0.1:8083");

        create(slice("search-2", "search", "IPv4", "10.0.0.2", "10.0.0.3"));
        search.awaitKnown("10.0.0.1:8083", "10.0.0.2:8083", "10.0.0.3:8083");

        replace(new EndpointSliceBuilder(slice("search-2", "search", "IPv4", "10.0.0.2"))
                .addNewEndpoint()
                .withAddresses("10.0.0.3")
                .withNewConditions()
                .withReady(false)
                .withTerminating(true)
                .endConditions()
                .endEndpoint()
                .build());
        search.awaitKnown("10.0.0.1:8083", "10.0.0.2:8083");

        operator.discovery()
                .v1()
                .endpointSlices()
                .inNamespace("frontdesk")
                .withName("search-1")
                .delete();
        search.awaitKnown("10.0.0.2:8083");
    }

    @Test
    void aPodWithAnAddressOfEitherFamilyIsOneInstance() {
        create(slice("search-4", "search", "IPv4", "10.0.0.1"));
        create(slice("search-6", "search", "IPv6", "fd00::1"));

        search.awaitKnown("10.0.0.1:8083");
    }

    @Test
    void whileTheApiIsAwayTheLastOnesStay() {
        create(slice("search-1", "search", "IPv4", "10.0.0.1"));
        search.awaitKnown("10.0.0.1:8083");

        api.shutdown();
        search.awaitFailures(3);

        assertThat(search.known()).containsExactly("10.0.0.1:8083");
    }

    @Test
    void aServiceScaledToNothingKeepsItsLastInstance() {
        create(slice("search-1", "search", "IPv4", "10.0.0.1"));
        search.awaitKnown("10.0.0.1:8083");

        replace(slice("search-1", "search", "IPv4"));
        search.awaitFailures(3);

        assertThat(search.known()).containsExactly("10.0.0.1:8083");
    }

    @Test
    void theAccountsTokenIsSentAsItIsNow() throws IOException {
        create(slice("search-1", "search", "IPv4", "10.0.0.1"));
        search.awaitKnown("10.0.0.1:8083");
        Files.writeString(account.resolve("token"), "second-token\n");

        await().atMost(PATIENCE)
                .until(() -> "Bearer second-token".equals(api.getLastRequest().getHeader("Authorization")));
    }

    @Test
    void ofSeveralPortsOneHasToBeNamed() {
        create(slice("search-1", "search", "IPv4", "10.0.0.1"));

        try (var unnamed = discovered("kubernetes:frontdesk/search")) {
            unnamed.awaitFailures(1);

            assertThat(unnamed.known()).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> discovered("kubernetes:search"));
    }

    private void create(EndpointSlice slice) {
        operator.discovery()
                .v1()
                .endpointSlices()
                .inNamespace("frontdesk")
                .resource(slice)
                .create();
    }

    private void replace(EndpointSlice slice) {
        operator.discovery()
                .v1()
                .endpointSlices()
                .inNamespace("frontdesk")
                .resource(slice)
                .update();
    }

    private static EndpointSlice slice(String name, String service, String family, String... addresses) {
        var slice = new EndpointSliceBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("frontdesk")
                .addToLabels("kubernetes.io/service-name", service)
                .endMetadata()
                .withAddressType(family)
                .addNewPort()
                .withName("http")
                .withPort(8083)
                .endPort()
                .addNewPort()
                .withName("management")
                .withPort(9003)
                .endPort();
        for (String address : addresses) {
            slice.addNewEndpoint().withAddresses(address).endEndpoint();
        }
        return slice.build();
    }
}
