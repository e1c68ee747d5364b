package io.frontdesk.gateway.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.ScriptedPeer;
import io.frontdesk.kit.tokens.TokensConfig;
import io.frontdesk.testing.Peer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many unknown credentials come at once, the auth-service is asked about a few at a time. */
@QuarkusTest
@WithTestResource(value = StampedeTest.SlowAuthService.class, initArgs = @ResourceArg(name = "service", value = "slow"))
class StampedeTest extends GatewayTest {
    /**
     * Stands in for the auth-service, in the test's hands. It is given all the time that it takes: what the gateway gave up
     * would go on here for a while, beside what it asks next.
     */
    public static class SlowAuthService extends ScriptedPeer {
        @Override
        public Map<String, String> start() {
            String address = super.start().get("SLOW_MANAGEMENT");
            return Map.of(
                    "quarkus.stork.auth-service.service-discovery.address-list",
                    address,
                    "quarkus.rest-client.auth-service.read-timeout",
                    "120000",
                    "frontdesk.tokens.timeout",
                    "120s");
        }
    }

    private static final int CALLERS = 1_000;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Queue<HttpClientResponse> answers = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("slow")
    ScriptedPeer slow;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    TokensConfig config;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/documents")
    URI documents;

    @BeforeEach
    void theAuthServiceTakesItsTime() {
        slow.plays(this::refuseAfterAWhile);
    }

    private void refuseAfterAWhile(HttpServerRequest request) {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        vertx.setTimer(1_000, late -> {
            open.decrementAndGet();
            request.response().setStatusCode(401).end();
        });
    }

    @AfterEach
    void hangUp() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, SECONDS);
    }

    @Test
    void asksAboutAFewAtATimeAndSendsTheRestAway() {
        HttpClient client = client();

        for (int i = 0; i < CALLERS; i++) {
            call(client, "fd_unknown_" + i);
        }

        await().atMost(120, SECONDS).until(() -> answers.size() == CALLERS);
        assertThat(answers).extracting(HttpClientResponse::statusCode).containsOnly(401, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allMatch(answer -> answer.getHeader("Retry-After") != null);
        assertThat(most.get()).isBetween(config.exchangesAtOnce() / 2, config.exchangesAtOnce());
    }

    private HttpClient client() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(20));
    }

    private void call(HttpClient client, String credential) {
        client.request(HttpMethod.GET, documents.getPort(), documents.getHost(), documents.getPath())
                .map(request -> request.putHeader("X-Api-Key", credential))
                .compose(HttpClientRequest::send)
                .onSuccess(answers::add);
    }
}
