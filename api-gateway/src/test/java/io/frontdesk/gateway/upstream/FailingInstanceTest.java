package io.frontdesk.gateway.upstream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.Crowd;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.ScriptedPeer;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.testing.Peer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one instance fails is not laid to the other's charge; where none is left, callers are told so at once. */
@QuarkusTest
@WithTestResource(
        value = FailingInstanceTest.TwoAndNone.class,
        initArgs = @ResourceArg(name = "service", value = "two"))
class FailingInstanceTest extends GatewayTest {
    private static final int CALLS = 60;
    private static final int MORE = 20;

    /** Two instances of the generation-service, and of the retrieval-service addresses alone. */
    public static class TwoAndNone extends ScriptedPeer {
        @Override
        public Map<String, String> start() {
            String nobodyAndTwo = Objects.requireNonNull(super.start().get("TWO_INSTANCES"));
            return Map.of(
                    "quarkus.stork.generation-service.service-discovery.address-list",
                    nobodyAndTwo.substring(nobodyAndTwo.indexOf(',') + 1),
                    "quarkus.stork.retrieval-service.service-discovery.address-list",
                    "localhost:1,localhost:2");
        }
    }

    private final Crowd crowd = new Crowd();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // Set by the resource.
    @Peer("two")
    ScriptedPeer two;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource("/v1/answers/")
    URI answersPath;

    @AfterEach
    void hangUp() throws Exception {
        crowd.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON"})
    void callersOfTheHealthyInstanceAreAnsweredWhileTheOtherFailsManyAtOnce(String error) {
        TestCaller caller = caller(Scope.CHAT);
        await().atMost(30, SECONDS).until(() -> bothAreAsked(caller));
        two.plays(held::add);
        call(caller, CALLS);
        await().atMost(30, SECONDS).until(() -> held.size() == CALLS);
        int failing = instance(held.element());
        List<HttpServerRequest> fail =
                held.stream().filter(request -> instance(request) == failing).toList();
        two.plays(request ->
                answer(request, instance(request) == failing ? 500 : 204, instance(request) == failing ? error : ""));

        // The first results that there are of the service, and none of them good.
        fail.forEach(request -> answer(request, 500, error));
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == fail.size());
        call(caller, MORE);
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == fail.size() + MORE);
        held.stream().filter(request -> instance(request) != failing).forEach(request -> answer(request, 204, ""));
        await().atMost(30, SECONDS).until(() -> crowd.answers().size() == CALLS + MORE);

        assertThat(fail).hasSizeBetween(20, CALLS - 20);
        assertThat(crowd.answers()).extracting(HttpClientResponse::statusCode).containsOnly(204, 502);
        // It may be asked by a probe or two where this takes more than a second.
        assertThat(crowd.answers())
                .filteredOn(answer -> answer.statusCode() == 502)
                .hasSizeBetween(fail.size(), fail.size() + 2);
    }

    @Test
    void whereNoInstanceIsLeftEveryCallIsRefusedSoon() {
        TestCaller caller = caller(Scope.SEARCH);

        search(caller).then().statusCode(503);

        for (int n = 0; n < MORE; n++) {
            long begun = System.nanoTime();
            search(caller)
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", notNullValue())
                    .body("type", is("/problems/unavailable"));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static Response search(TestCaller caller) {
        return caller.calls()
                .contentType("application/json")
                .body(Map.of("query", "returns"))
                .post("/v1/search");
    }

    /** Where one has failed before, it is left out until a probe finds it well. */
    private boolean bothAreAsked(TestCaller caller) {
        Set<Integer> asked = ConcurrentHashMap.newKeySet();
        two.plays(request -> {
            asked.add(instance(request));
            answer(request, 204, "");
        });
        for (int n = 0; n < MORE; n++) {
            caller.calls().get("/v1/answers/{id}/events", Ids.next()).then().statusCode(204);
        }
        return asked.size() == 2;
    }

    private void call(TestCaller caller, int calls) {
        for (int n = 0; n < calls; n++) {
            crowd.get(answersPath.resolve(Ids.next() + "/events"), caller.key());
        }
    }

    private static int instance(HttpServerRequest request) {
        return request.localAddress().port();
    }

    private static void answer(HttpServerRequest request, int status, String body) {
        request.response().setStatusCode(status).end(body);
    }
}
