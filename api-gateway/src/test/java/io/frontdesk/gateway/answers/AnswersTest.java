package io.frontdesk.gateway.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnswersTest extends GatewayTest {
    private static final String STARTED = "event: answer.started";

    private TestCaller caller = new TestCaller(Told.ID, "", "");

    @BeforeEach
    void someoneMayAskAnInstanceThatServes() {
        caller = caller(Scope.CHAT);
        generation.plays(request -> Told.all(request, new AnswerEvent.Completed(Told.answer("Yes."))));
        // Where other tests have cut both, they are left out for a while, and the address is left that leads nowhere.
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> ask("{\"question\": \"Anybody there?\"}").statusCode() == 200);
    }

    @Test
    void foldsTheStreamIntoOneAnswer() {
        generation.plays(request -> Told.all(
                request,
                Told.STARTED,
                Told.SEARCHING,
                Told.delta("You have "),
                Told.delta("30 days. [1]"),
                Told.CITED,
                new AnswerEvent.Completed(Told.answer("You have 30 days. [1]"))));

        ask("{\"question\": \"How long?\"}")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("answer", is("You have 30 days. [1]"))
                .body("citations[0].quote", is("You have 30 days."))
                .body("outcome", is("answered"))
                .body("conversation_id", is(Told.CONVERSATION.toString()));
    }

    @Test
    void asksGenerationInTheCallersName() throws Exception {
        var asked = new CompletableFuture<HttpServerRequest>();
        var body = new CompletableFuture<String>();
        generation.plays(request -> request.body().onSuccess(bytes -> {
            body.complete(bytes.toString());
            asked.complete(request);
            Told.all(request, new AnswerEvent.Completed(Told.answer("Yes.")));
        }));

        caller.calls()
                .header("X-Request-Id", "req-1")
                .contentType("application/json")
                .body("{\"question\": \"How long?\", \"top_k\": 3, \"filters\": {\"lang\": \"en\"}}")
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "req-1");

        HttpServerRequest sent = asked.get(5, TimeUnit.SECONDS);
        assertThat(sent.version()).hasToString("HTTP_2");
        assertThat(sent.path()).isEqualTo("/internal/v1/answers");
        assertThat(sent.getHeader("Authorization")).isEqualTo(caller.bearer());
        assertThat(sent.getHeader("Accept")).isEqualTo("text/event-stream");
        assertThat(sent.getHeader("X-Request-Id")).isEqualTo("req-1");
        assertThat(sent.getHeader("X-Api-Key")).isNull();
        assertThat(body.get()).contains("\"question\":\"How long?\"", "\"top_k\":3", "\"lang\":\"en\"");
    }

    @Test
    void asksAnotherInstanceForTheSameAnswerWhereTheFirstDiesBeforeAWord() {
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        generation.plays(request -> {
            if (asked.merge(request.getHeader(Headers.ANSWER), 1, Integer::sum) == 1) {
                request.connection().close();
            } else {
                Told.all(request, Told.STARTED, new AnswerEvent.Completed(Told.answer("Within 30 days.")));
            }
        });

        // Sometimes the second is the one that does not exist.
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> ask("{\"question\": \"How long?\"}").statusCode() == 200);

        assertThat(asked).containsValue(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = AnswerEvent.Incomplete.Reason.class,
            names = {"LENGTH", "CONTENT_FILTER"})
    void saysOfWhatReachedALimitThatItIsIncomplete(AnswerEvent.Incomplete.Reason reason) {
        generation.plays(request ->
                Told.all(request, Told.STARTED, new AnswerEvent.Incomplete(reason, Told.answer("You have"))));

        ask("{\"question\": \"How long?\"}")
                .then()
                .statusCode(200)
                .body("answer", is("You have"))
                .body("incomplete", is(reason.name().toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @EnumSource(
            value = AnswerEvent.Incomplete.Reason.class,
            names = {"UPSTREAM_CUT", "INTERRUPTED", "ABANDONED"})
    void doesNotPassHalfATextOffAsAnAnswer(AnswerEvent.Incomplete.Reason reason) {
        generation.plays(request ->
                Told.all(request, Told.STARTED, new AnswerEvent.Incomplete(reason, Told.answer("You have"))));

        ask("{\"question\": \"How long?\"}")
                .then()
                .statusCode(502)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/upstream-failed"));
    }

    @Test
    void asksAnewForAnAnswerThatBrokeOffSinceNothingOfItWasShown() {
        Set<String> answers = ConcurrentHashMap.newKeySet();
        generation.plays(request -> {
            answers.add(request.getHeader(Headers.ANSWER));
            AnswerEvent.Terminal end = answers.size() == 1
                    ? new AnswerEvent.Incomplete(AnswerEvent.Incomplete.Reason.INTERRUPTED, Told.answer("You have"))
                    : new AnswerEvent.Completed(Told.answer("You have 30 days."));
            Told.all(request, Told.STARTED, Told.delta("You have"), end);
        });

        ask("{\"question\": \"How long?\"}").then().statusCode(200).body("answer", is("You have 30 days."));
        assertThat(answers).hasSize(2);
    }

    @Test
    void answersWhatIsInAHumansHands() {
        generation.plays(request ->
                Told.all(request, Told.STARTED, new AnswerEvent.Escalated(Told.answer("A colleague will answer."))));
        ask("{\"question\": \"How long?\"}").then().statusCode(200).body("answer", is("A colleague will answer."));
    }

    @Test
    void answersAFailureWithItsStatus() {
        var problem = Problem.of(ProblemType.UNAVAILABLE, "all keys rest")
                .with(Problem.RETRY_AFTER, 7)
                .members();
        generation.plays(request -> Told.all(request, Told.STARTED, new AnswerEvent.Failed(Told.ID, problem)));

        ask("{\"question\": \"How long?\"}")
                .then()
                .statusCode(503)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", is("7"))
                .body("type", is("/problems/unavailable"))
                .body("detail", is("all keys rest"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesACutStreamForAFailureWhereNothingWasShown(boolean abruptly) {
        generation.plays(request -> {
            var response = Told.begin(request);
            Told.tell(response, 1, Told.STARTED, Told.delta("You have "));
            end(request, abruptly);
        });

        ask("{\"question\": \"How long?\"}")
                .then()
                .statusCode(502)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", is("/problems/upstream-failed"))
                .body("detail", not(containsString("You have")));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"stream\": true', */*",
        "'\"stream\": true', application/json",
        "'\"stream\": null', text/event-stream"
    })
    void streamsWhereTheBodyOrTheAcceptHeaderAsks(String option, String accept) {
        generation.plays(request ->
                Told.all(request, Told.STARTED, Told.delta("Yes."), new AnswerEvent.Completed(Told.answer("Yes."))));

        String stream = caller.calls()
                .accept(accept)
                .contentType("application/json")
                .body("{\"question\": \"Can I?\", %s}".formatted(option))
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .header("Cache-Control", is("no-store"))
                .header("X-Accel-Buffering", is("no"))
                .extract()
                .asString();

        assertThat(stream)
                .isEqualTo(AnswerFrame.of(1, Told.STARTED).bytes().toString()
                        + AnswerFrame.of(2, Told.delta("Yes.")).bytes()
                        + AnswerFrame.of(3, new AnswerEvent.Completed(Told.answer("Yes.")))
                                .bytes());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsACutStreamWithWhatWasShown(boolean abruptly) {
        generation.plays(request -> {
            var response = Told.begin(request);
            Told.tell(response, 1, Told.STARTED, Told.delta("You have "), Told.delta("30 "), Told.CITED);
            end(request, abruptly);
        });

        var frames = stream("{\"question\": \"How long?\", \"stream\": true}");

        assertThat(terminals(frames)).isEqualTo(1);
        assertThat(frames.getFirst()).startsWith(STARTED);
        assertThat(frames.getLast())
                .startsWith("event: answer.incomplete\ndata:")
                .contains(
                        "\"reason\":\"upstream_cut\"",
                        "\"answer\":\"You have 30 \"",
                        "\"quote\":\"You have 30 days.\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAtAnotherInstanceWhereAStreamBreaksOff(boolean streamed) {
        List<AnswerEvent> told = List.of(
                Told.STARTED,
                Told.SEARCHING,
                Told.delta("You have "),
                Told.delta("30 days."),
                new AnswerEvent.Completed(Told.answer("You have 30 days.")));
        List<HttpServerRequest> resumed = new CopyOnWriteArrayList<>();
        generation.plays(request -> {
            if (request.method() == HttpMethod.POST) {
                Told.tell(named(request), 1, told.subList(0, 3));
                end(request, streamed);
            } else {
                resumed.add(request);
                // One that was seen is told again.
                int first = Math.max(1, Integer.parseInt(request.getHeader("Last-Event-ID")));
                Told.tell(Told.begin(request), first, told.subList(first - 1, told.size()));
                request.response().end();
            }
        });

        String answer = ask("{\"question\": \"How long?\", \"stream\": %s}".formatted(streamed))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(resumed).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/internal/v1/answers/" + Told.ID + "/events");
            // What was under way when it was cut may be lost.
            assertThat(request.getHeader("Last-Event-ID")).matches(streamed ? "[0-3]" : "3");
            assertThat(request.getHeader("Authorization")).isEqualTo(caller.bearer());
            assertThat(request.getHeader("Frontdesk-Resumable")).isEqualTo(streamed ? null : "false");
        });
        if (streamed) {
            assertThat(ids(answer)).containsExactly("1", "2", "3", "4", "5");
        } else {
            assertThat(answer).contains("You have 30 days.");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAtAnotherInstanceWhereOneDiesBeforeItsFirstEvent(boolean streamed) {
        List<String> asked = new CopyOnWriteArrayList<>();
        generation.plays(request -> {
            asked.add(request.method() + " " + request.getHeader("Last-Event-ID"));
            if (request.method() == HttpMethod.POST) {
                named(request);
                end(request, true);
            } else {
                Told.all(request, Told.STARTED, Told.delta("Yes."), new AnswerEvent.Completed(Told.answer("Yes.")));
            }
        });

        String answer = ask("{\"question\": \"Can I?\", \"stream\": %s}".formatted(streamed))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(asked).containsExactly("POST null", "GET 0");
        if (streamed) {
            assertThat(ids(answer)).containsExactly("1", "2", "3");
        } else {
            assertThat(answer).contains("\"answer\":\"Yes.\"");
        }
    }

    @Test
    void namesAnAnswerThatCannotBeHadElsewhereEither() {
        generation.plays(request -> {
            named(request);
            end(request, true);
        });

        var frames = stream("{\"question\": \"Can I?\", \"stream\": true}");

        assertThat(terminals(frames)).isEqualTo(1);
        assertThat(frames.getLast()).startsWith("event: answer.failed").contains(Told.ID.toString());
    }

    @Test
    void endsWhatBreaksOffAndIsInNoLog() {
        List<HttpMethod> asked = new CopyOnWriteArrayList<>();
        generation.plays(request -> {
            asked.add(request.method());
            Told.begin(request).write(AnswerFrame.of(Told.STARTED).bytes());
            end(request, true);
        });

        var frames = stream("{\"question\": \"How long?\", \"stream\": true}");

        assertThat(terminals(frames)).isEqualTo(1);
        assertThat(asked).containsExactly(HttpMethod.POST);
    }

    @Test
    void tellsTheRestOfAnAnswerToWhoComesBack() {
        generation.plays(
                request -> Told.all(request, Told.delta("30 days."), new AnswerEvent.Completed(Told.answer("30."))));

        var response = caller.calls().header("Last-Event-ID", "7").get("/v1/answers/{id}/events", Told.ID);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/event-stream");
        assertThat(response.asString()).contains("30 days.", "answer.completed");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404})
    void tellsWhoComesBackThatThereIsNothing(int status) {
        generation.plays(request -> request.response().setStatusCode(status).end());

        caller.calls().get("/v1/answers/{id}/events", Told.ID).then().statusCode(status);
    }

    private static List<String> ids(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring("id: ".length()))
                .toList();
    }

    @Test
    void endsAStreamThatIsCutBeforeAnyTextAsFailed() {
        generation.plays(request -> {
            var response = Told.begin(request);
            Told.tell(response, 1, Told.STARTED);
            end(request, true);
        });

        var frames = stream("{\"question\": \"How long?\", \"stream\": true}");

        assertThat(terminals(frames)).isEqualTo(1);
        assertThat(frames.getLast())
                .startsWith("event: answer.failed")
                .contains("/problems/upstream-failed", Told.ID.toString());
    }

    @Test
    void endsAStreamThatFallsSilent() {
        generation.plays(request -> Told.tell(Told.begin(request), 1, Told.STARTED, Told.delta("You have ")));

        var frames = stream("{\"question\": \"How long?\", \"stream\": true}");

        assertThat(frames).anyMatch(frame -> frame.startsWith(":"));
        assertThat(terminals(frames)).isEqualTo(1);
        assertThat(frames.getLast()).startsWith("event: answer.incomplete");
    }

    @Test
    void passesOnEventsThatItDoesNotKnowAndNothingAfterTheEnd() {
        generation.plays(request -> {
            var response = Told.begin(request);
            Told.tell(response, 1, Told.STARTED);
            response.write("event: answer.pondering\nid: 2\ndata: {\"new\": 1}\n\n");
            Told.tell(
                    response,
                    3,
                    new AnswerEvent.Completed(Told.answer("Yes.")),
                    new AnswerEvent.Completed(Told.answer("No.")));
            response.end();
        });

        var frames = stream("{\"question\": \"Can I?\", \"stream\": true}");

        assertThat(frames).hasSize(3);
        assertThat(frames.get(1)).isEqualTo("event: answer.pondering\nid: 2\ndata: {\"new\": 1}");
        assertThat(terminals(frames)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/event-stream"})
    void relaysARefusalBeforeTheFirstEventAsAPlainProblem(String accept) {
        generation.plays(request -> request.response()
                .setStatusCode(429)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Retry-After", "7")
                .end("{\"type\": \"/problems/too-many-requests\", \"status\": 429}"));

        caller.calls()
                .accept(accept)
                .contentType("application/json")
                .body("{\"question\": \"How long?\"}")
                .post("/v1/answers")
                .then()
                .statusCode(429)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", is("7"))
                .body("type", is("/problems/too-many-requests"));
    }

    @ParameterizedTest
    @CsvSource({"500, 502, upstream-failed", "503, 503, unavailable"})
    void hidesWhatAServiceBehindSaysOfItsOwnFailures(int status, int answered, String type) {
        generation.plays(request -> request.response().setStatusCode(status).end("{\"detail\": \"a stack trace\"}"));

        ask("{\"question\": \"How long?\", \"stream\": true}")
                .then()
                .statusCode(answered)
                .contentType(Problem.MEDIA_TYPE)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/" + type))
                .body("detail", not(containsString("stack")));
    }

    private Response ask(String body) {
        return caller.calls().contentType("application/json").body(body).post("/v1/answers");
    }

    private List<String> stream(String body) {
        return List.of(ask(body).then().statusCode(200).extract().asString().split("\n\n"));
    }

    private static long terminals(List<String> frames) {
        return frames.stream()
                .filter(frame -> frame.lines()
                        .anyMatch(line -> line.matches("event: answer\\.(completed|incomplete|failed|escalated)")))
                .count();
    }

    /** As {@link Told#begin}, with the answer's id in the head. */
    private static HttpServerResponse named(HttpServerRequest request) {
        return Told.begin(request).putHeader("Frontdesk-Answer", Told.ID.toString());
    }

    /** Ends a response as if it were whole, or cuts its connection once what it has said has come to the gateway. */
    private static void end(HttpServerRequest request, boolean abruptly) {
        if (abruptly) {
            request.response()
                    .write(": last words\n\n")
                    .compose(sent -> request.connection().ping(Buffer.buffer(new byte[8])))
                    .onComplete(heard -> request.connection().close());
        } else {
            request.response().end();
        }
    }
}
