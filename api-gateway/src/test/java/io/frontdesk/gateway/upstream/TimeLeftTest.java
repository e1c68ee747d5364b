package io.frontdesk.gateway.upstream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of a request, from the client to the services behind. Routes have 2 s here ({@code ScriptedPeer}). */
@QuarkusTest
class TimeLeftTest extends GatewayTest {
    private static final int ROUTES_MILLIS = 2_000;
    private static final String ANSWERS = "/v1/answers";
    private static final String QUESTION = "{\"question\": \"How long?\", \"stream\": %s}";
    private static final String CHAT = "/v1/chat/completions";
    private static final String MESSAGES = """
            {"model": "frontdesk", "stream": %s, "messages": [{"role": "user", "content": "How long?"}]}""";

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Vertx vertx;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private TestCaller caller = new TestCaller(Told.ID, "", "");

    /** Where other tests have cut both instances, they are left out for a while, and the address is left that leads nowhere. */
    @BeforeEach
    void someoneMayAskServicesThatServe() {
        caller = caller(Scope.CHAT, Scope.DOCUMENTS_READ);
        ingestion.plays(request -> request.response().end("{}"));
        generation.plays(request -> Told.all(request, new AnswerEvent.Completed(Told.answer("Yes."))));
        await().atMost(30, SECONDS).until(() -> documents(null).statusCode() == 200);
        await().atMost(30, SECONDS)
                .until(() -> ask(ANSWERS, QUESTION, false, null).statusCode() == 200);
        told.clear();
    }

    @Test
    void allAttemptsShareTheTimeOfTheRoute() {
        int firstTakes = 1_500;
        ingestion.plays(request -> {
            if (heard(request) == 1) {
                vertx.setTimer(
                        firstTakes,
                        late -> request.response().setStatusCode(503).end());
            }
        });
        long begun = System.nanoTime();

        documents(null)
                .then()
                .statusCode(504)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/timeout"))
                .body("detail", containsString("ingestion-service"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isLessThan(Duration.ofMillis(firstTakes + ROUTES_MILLIS));
        assertThat(told).hasSize(2);
        assertThat(millis(0)).isBetween(1L, (long) ROUTES_MILLIS);
        assertThat(millis(1)).isBetween(1L, millis(0) - firstTakes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400000", "soon", "0", "-1", "99999999999999999999"})
    void aCallerDoesNotLengthenTheTimeOfTheRoute(String left) {
        ingestion.plays(request -> {
            heard(request);
            request.response().end("{}");
        });

        documents(left).then().statusCode(200);

        assertThat(millis(0)).isBetween(1L, (long) ROUTES_MILLIS);
    }

    @Test
    void aCallerMayHaveLessTime() {
        double before = givenUp();
        ingestion.plays(this::heard);

        isTooLate(documents("400"));

        assertThat(millis(0)).isBetween(1L, 400L);
        assertThat(givenUp() - before).isEqualTo(1);
    }

    @Test
    void aCallerWithNoTimeLeftHasNothingDone() {
        ingestion.plays(this::heard);

        isTooLate(documents("1"));

        assertThat(told).isEmpty();
    }

    /** More than are remembered of an instance, and eight times as many as it may fail in a row. */
    @Test
    void noServiceIsLeftAloneForTheHasteOfItsCallers() {
        ingestion.plays(this::heard);
        for (int n = 0; n < 40; n++) {
            isTooLate(documents("50"));
        }

        ingestion.plays(request -> request.response().end("{}"));

        documents(null).then().statusCode(200);
    }

    @Test
    void aServiceThatSaysItHadNoTimeIsNotBroken() {
        ingestion.plays(request -> request.response().setStatusCode(504).end());

        documents(null).then().statusCode(504).body("type", is("/problems/timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "500"})
    void openAisClientsAreToldInItsEnvelope(String left) {
        generation.plays(this::hearsAndNeverEnds);

        ask(CHAT, MESSAGES, false, left)
                .then()
                .statusCode(504)
                .contentType("application/json")
                .body("error.message", containsString("is over"))
                .body("error.type", is("server_error"))
                .body("error.code", is("timeout"))
                .body("error.param", nullValue());
    }

    @Test
    void anAnswerThatIsWantedWholeIsGivenUpInTime() {
        List<HttpServerRequest> givenUp = new CopyOnWriteArrayList<>();
        generation.plays(request -> {
            request.response().exceptionHandler(e -> givenUp.add(request));
            hearsAndNeverEnds(request);
        });

        isTooLate(ask(ANSWERS, QUESTION, false, "500"));

        assertThat(millis(0)).isBetween(1L, 500L);
        await().atMost(30, SECONDS).until(() -> !givenUp.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"/v1/answers, answer.completed", "/v1/chat/completions, [DONE]"})
    void aStreamThatHasBegunLastsLongerThanItsCallerMeantToWaitForIt(String path, String end) {
        generation.plays(request -> {
            heard(request);
            Told.tell(Told.begin(request), 1, Told.STARTED);
            vertx.setTimer(1_000, late -> {
                Told.tell(request.response(), 2, new AnswerEvent.Completed(Told.answer("Yes.")));
                request.response().end();
            });
        });

        String stream = ask(path, path.equals(CHAT) ? MESSAGES : QUESTION, true, "500")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(stream).contains(end);
        assertThat(told).containsExactly("none");
    }

    private void hearsAndNeverEnds(HttpServerRequest request) {
        heard(request);
        Told.tell(Told.begin(request), 1, Told.STARTED, Told.delta("You have "));
    }

    /** How many have been heard by now. */
    private int heard(HttpServerRequest request) {
        String left = request.getHeader(Headers.TIME_LEFT);
        told.add(left == null ? "none" : left);
        return told.size();
    }

    private long millis(int attempt) {
        return Long.parseLong(told.get(attempt));
    }

    private Response documents(@Nullable String left) {
        var call = caller.calls();
        return (left == null ? call : call.header(Headers.TIME_LEFT, left)).get("/v1/documents");
    }

    private Response ask(String path, String body, boolean streamed, @Nullable String left) {
        var call = caller.calls().contentType("application/json").body(body.formatted(streamed));
        return (left == null ? call : call.header(Headers.TIME_LEFT, left)).post(path);
    }

    private static ValidatableResponse isTooLate(Response response) {
        return response.then()
                .statusCode(504)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/deadline-passed"))
                .body("status", is(504));
    }

    private double givenUp() {
        var counter = metrics.find("frontdesk_deadlines_passed")
                .tag("work", "given_up")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
