package io.frontdesk.gateway.identity;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.gateway.Crowd;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.ScriptedPeer;
import io.frontdesk.kit.tokens.TokensConfig;
import io.frontdesk.testing.Peer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
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

    private final Crowd crowd = new Crowd();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

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
        crowd.vertx().setTimer(1_000, late -> {
            open.decrementAndGet();
            request.response().setStatusCode(401).end();
        });
    }

    @AfterEach
    void hangUp() throws Exception {
        crowd.close();
    }

    @Test
    void asksAboutAFewAtATimeAndSendsTheRestAway() {
        for (int i = 0; i < CALLERS; i++) {
            crowd.get(documents, "fd_unknown_" + i);
        }

        await().atMost(120, SECONDS).until(() -> crowd.answers().size() == CALLERS);
        assertThat(crowd.answers()).extracting(HttpClientResponse::statusCode).containsOnly(401, 503);
        assertThat(crowd.answers())
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allMatch(answer -> answer.getHeader("Retry-After") != null);
        assertThat(most.get()).isBetween(config.exchangesAtOnce() / 2, config.exchangesAtOnce());
    }
}
