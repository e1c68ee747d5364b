package io.frontdesk.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.Crowd;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.ScriptedPeer;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.testing.Peer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is slow or fails gets no more to do by that: what is too much is refused, and little is tried again. */
@QuarkusTest
@WithTestResource(value = OverloadTest.Crowded.class, initArgs = @ResourceArg(name = "service", value = "crowded"))
class OverloadTest extends GatewayTest {
    private static final int LIMIT = 10;
    private static final Map<String, Object> SEARCH = Map.of("query", "returns");
    private static final String SERVICE = UpstreamService.GENERATION.serviceName();

    /** Stands in for the generation-service, which can take few calls at once. */
    public static class Crowded extends ScriptedPeer {
        @Override
        public Map<String, String> start() {
            String address = super.start().get("CROWDED_MANAGEMENT");
            return Map.of(
                    "quarkus.stork.generation-service.service-discovery.address-list",
                    address,
                    "frontdesk.upstream.limits.generation.initial",
                    "" + LIMIT,
                    "frontdesk.upstream.limits.generation.least",
                    "" + LIMIT,
                    "frontdesk.upstream.limits.generation.most",
                    "" + LIMIT,
                    "frontdesk.upstream.limits.retrieval.initial",
                    "1",
                    "frontdesk.upstream.limits.retrieval.least",
                    "1",
                    "frontdesk.upstream.limits.retrieval.most",
                    "1",
                    "frontdesk.upstream.retries.saved",
                    "1",
                    "frontdesk.upstream.retries.per-second",
                    "0");
        }
    }

    private final Crowd crowd = new Crowd();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestCaller caller;

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("crowded")
    ScriptedPeer crowded;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/answers/")
    URI answersPath;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/search")
    URI searchPath;

    @BeforeEach
    void someoneIsKnown() {
        caller = caller(Scope.CHAT);
        crowded.plays(request -> request.response().setStatusCode(204).end());
        follow().then().statusCode(204);
    }

    @AfterEach
    void hangUp() throws Exception {
        crowd.close();
    }

    @Test
    void refusesAtOnceWhatIsTooMuchAndServesTheRest() {
        double refused = refused(Priority.INTERACTIVE);
        crowded.plays(held::add);
        call(LIMIT);
        await().atMost(30, SECONDS).until(() -> held.size() == LIMIT);

        // None of those that are under way is answered yet.
        follow().then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/unavailable"));
        given().get("/health").then().statusCode(200);
        given().get("/ready").then().statusCode(200);
        assertThat(refused(Priority.INTERACTIVE) - refused).isEqualTo(1);

        held.forEach(request -> request.response().setStatusCode(204).end());
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == LIMIT);
        assertThat(crowd.answers()).extracting(HttpClientResponse::statusCode).containsOnly(204);
        crowded.plays(request -> request.response().setStatusCode(204).end());
        follow().then().statusCode(204);
    }

    @Test
    void letsInteractiveCallsInBeforeQueuedWork() {
        double refused = refused(Priority.QUEUED);
        crowded.plays(held::add);
        call(LIMIT - 1);
        await().atMost(30, SECONDS).until(() -> held.size() == LIMIT - 1);

        conversations().then().statusCode(503).header("Retry-After", notNullValue());
        call(1);

        await().atMost(30, SECONDS).until(() -> held.size() == LIMIT);
        assertThat(refused(Priority.QUEUED) - refused).isEqualTo(1);
        held.forEach(request -> request.response().setStatusCode(204).end());
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == LIMIT);
    }

    @Test
    void questionsThatNobodyWaitsForYetAreQueuedWork() {
        TestCaller admin = caller(Scope.ADMIN, Scope.CHAT);
        double refused = refused(Priority.QUEUED);
        crowded.plays(held::add);
        call(LIMIT - 1);
        await().atMost(30, SECONDS).until(() -> held.size() == LIMIT - 1);

        admin.calls()
                .contentType("application/json")
                .body(Map.of("questions", List.of("Is it open on Sundays?")))
                .post("/v1/cache/questions")
                .then()
                .statusCode(200)
                .body("failed", is(1));

        assertThat(refused(Priority.QUEUED) - refused).isEqualTo(1);
        held.forEach(request -> request.response().setStatusCode(204).end());
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == LIMIT - 1);
    }

    @Test
    void aServiceThatIsAskedTooMuchGoesOnAtItsPace() {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var served = new AtomicInteger();
        crowded.plays(request -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            crowd.vertx().setTimer(500, late -> {
                open.decrementAndGet();
                served.incrementAndGet();
                request.response().setStatusCode(204).end();
            });
        });

        call(30 * LIMIT);

        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == 30 * LIMIT);
        assertThat(crowd.answers()).extracting(HttpClientResponse::statusCode).containsOnly(204, 503);
        assertThat(crowd.answers())
                .filteredOn(answer -> answer.statusCode() == 204)
                .hasSize(served.get())
                .hasSizeGreaterThanOrEqualTo(LIMIT);
        int eventLoops = 2 * Runtime.getRuntime().availableProcessors();
        assertThat(most.get()).isBetween(LIMIT, LIMIT + eventLoops);
    }

    @Test
    void aSearchThatCannotBeMadeIsRefusedBeforeAnythingIsDoneForIt() {
        retrieval.stubFor(post("/internal/v1/search")
                .willReturn(jsonResponse("{\"knowledge_version\": 1, \"passages\": []}", 200)
                        .withFixedDelay(1_000)));
        TestCaller searcher = caller(Scope.SEARCH);
        crowd.vertx().setPeriodic(50, tick -> crowd.post(searchPath, searcher.key(), SEARCH));

        await().atMost(30, SECONDS).untilAsserted(() -> search(searcher)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                // It tells of no limit, since none was asked.
                .header("RateLimit", nullValue())
                .body("type", is("/problems/unavailable")));
        assertThat(crowd.answers())
                .filteredOn(answer -> answer.statusCode() == 200)
                .allSatisfy(answer -> assertThat(answer.getHeader("RateLimit")).isNotNull());
    }

    private static Response search(TestCaller by) {
        return by.calls().contentType("application/json").body(SEARCH).post("/v1/search");
    }

    @Test
    void triesNoMoreThanAFifthOfTheRequestsAgain() {
        int requests = 100;
        double made = retries("made");
        double over = retries("refused");
        var tries = new AtomicInteger();
        crowded.plays(request -> request.response()
                .setStatusCode(tries.incrementAndGet() % 5 < 2 ? 503 : 204)
                .end());

        for (int n = 0; n < requests; n++) {
            conversations();
        }

        assertThat(tries.get()).isBetween(requests + requests / 10, requests + requests / 5 + 1);
        assertThat(retries("made") - made).isEqualTo(tries.get() - requests);
        assertThat(retries("refused") - over).isPositive();
    }

    private Response follow() {
        return caller.calls().get("/v1/answers/{id}/events", Ids.next());
    }

    private Response conversations() {
        return caller.calls().get("/v1/conversations");
    }

    private void call(int calls) {
        for (int n = 0; n < calls; n++) {
            crowd.get(answersPath.resolve(Ids.next() + "/events"), caller.key());
        }
    }

    private double refused(Priority priority) {
        return metrics.get("frontdesk_upstream_refused")
                .tag("service", SERVICE)
                .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                .counter()
                .count();
    }

    private double retries(String outcome) {
        return metrics.get("frontdesk_upstream_retries")
                .tag("service", SERVICE)
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
