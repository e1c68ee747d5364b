package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.DnsServer;
import io.frontdesk.testing.Peer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The instances of the generation-service are those that DNS names: none, one, two, the other one. */
@QuarkusTest
@WithTestResource(DiscoveredInstancesTest.Moving.class)
class DiscoveredInstancesTest extends GatewayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Two instances that listen on one port of two addresses, and the DNS server that names them. */
    public static class Moving implements QuarkusTestResourceLifecycleManager {
        private final Vertx vertx = Vertx.vertx();
        private final DnsServer dns = new DnsServer();
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private int port;

        @Override
        public Map<String, String> start() {
            port = listen("127.0.0.2", 0);
            listen("127.0.0.3", port);
            return Map.of(
                    "quarkus.stork.generation-service.service-discovery.address-list",
                    "dns:generation.test:" + port,
                    "quarkus.stork.retrieval-service.service-discovery.address-list",
                    "dns:nowhere.test:" + port,
                    "quarkus.stork.generation-service-management.service-discovery.address-list",
                    "dns:generation.test:" + port,
                    "API_GATEWAY_SERVICE_MANAGEMENT",
                    "dns:nowhere.test:" + port,
                    "frontdesk.discovery.dns-servers",
                    dns.address(),
                    "frontdesk.discovery.refresh",
                    "200ms",
                    "frontdesk.discovery.timeout",
                    "1s");
        }

        private int listen(String address, int port) {
            return vertx.createHttpServer()
                    .requestHandler(request -> {
                        asked.add(address);
                        request.response()
                                .putHeader("Content-Type", "application/json")
                                .end("{\"data\": [], \"service\": \"generation-service\", \"status\": \"up\"}");
                    })
                    .listen(port, address)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(
                    this, field -> field.getType() == Moving.class && field.isAnnotationPresent(Peer.class));
        }

        @Override
        public void stop() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            try {
                dns.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("moving")
    Moving moving;

    @Test
    void areAskedAsSoonAsTheyAreNamedAndNoLongerThanThat() {
        moving.dns.tell("generation.test", List.of("127.0.0.2"));
        await().atMost(PATIENCE).until(() -> askedByTen().equals(Set.of("127.0.0.2")));

        moving.dns.tell("generation.test", List.of("127.0.0.2", "127.0.0.3"));
        await().atMost(PATIENCE).until(() -> askedByTen().equals(Set.of("127.0.0.2", "127.0.0.3")));

        moving.dns.tell("generation.test", List.of("127.0.0.3"));
        await().atMost(PATIENCE).until(() -> askedByTen().equals(Set.of("127.0.0.3")));
    }

    @Test
    void goOnBeingAskedWhileDnsIsDown() {
        moving.dns.tell("generation.test", List.of("127.0.0.2", "127.0.0.3"));
        await().atMost(PATIENCE).until(() -> askedByTen().equals(Set.of("127.0.0.2", "127.0.0.3")));

        moving.dns.stop();
        try {
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (System.nanoTime() < end) {
                assertThat(askedByTen()).isSubsetOf("127.0.0.2", "127.0.0.3");
            }
        } finally {
            moving.dns.start();
        }
    }

    @Test
    void areMissedWithARefusalWhereNoneWasEverFound() {
        caller(Scope.SEARCH)
                .calls()
                .contentType(ContentType.JSON)
                .body("{\"query\": \"returns\"}")
                .post("/v1/search")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/problems/unavailable"));
    }

    @Test
    void tellHowTheyAreAllThatAreFound() {
        moving.dns.tell("generation.test", List.of("127.0.0.2", "127.0.0.3"));
        var operator = caller(Scope.OPERATOR);

        await().atMost(PATIENCE).untilAsserted(() -> operator.calls()
                .get("/health/detailed")
                .then()
                .statusCode(200)
                .body(
                        "instances.findAll { it.service == 'generation-service' }.instance",
                        containsInAnyOrder("127.0.0.2:" + moving.port, "127.0.0.3:" + moving.port))
                .body("instances.findAll { it.service == 'generation-service' }.status", everyItem(equalTo("up")))
                .body("instances.findAll { it.service == 'api-gateway' }.status", contains("down"))
                .body(
                        "instances.findAll { it.service == 'api-gateway' }.error",
                        contains("NoServiceInstanceFoundException")));
    }

    private Set<String> askedByTen() {
        moving.asked.clear();
        var caller = caller(Scope.CHAT);
        int answered = 0;
        for (int n = 0; n < 10; n++) {
            answered += caller.calls().get("/v1/conversations").statusCode() == 200 ? 1 : 0;
        }
        return answered == 10 ? Set.copyOf(moving.asked) : Set.of("not answered");
    }
}
