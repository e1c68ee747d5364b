package io.frontdesk.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.GatewayTest;
import io.frontdesk.gateway.TestCaller;
import io.frontdesk.gateway.answers.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that is asked twice with one key is answered once. */
@QuarkusTest
class RepeatedAnswerTest extends GatewayTest {
    private static final String AS_JSON = "{\"question\": \"How long?\"}";
    private static final String STREAMED = "{\"question\": \"How long?\", \"stream\": true}";
    private static final AnswerEvent COMPLETED = new AnswerEvent.Completed(Told.answer("30 days."));

    private final String key = Ids.next().toString();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private TestCaller caller;

    @BeforeEach
    void someoneMayAsk() {
        caller = caller(Scope.CHAT);
        answers(COMPLETED);
    }

    private void answers(AnswerEvent end) {
        generation.plays(request -> {
            asked.add(request.method() + " " + request.path());
            request.response().putHeader("Frontdesk-Answer", Told.ID.toString());
            Told.all(request, Told.STARTED, Told.delta("30 days."), end);
        });
    }

    @Test
    void isGivenTheSameJson() {
        var first = ask(AS_JSON);
        var again = ask(AS_JSON);

        first.then().statusCode(200).body("answer", is("30 days."));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(asked).containsExactly("POST /internal/v1/answers");
    }

    @Test
    void isToldTheEventsFromTheLog() {
        var first = ask(STREAMED);
        var again = ask(STREAMED);

        assertThat(first.header("Frontdesk-Answer")).isEqualTo(Told.ID.toString());
        assertThat(again.header("Frontdesk-Answer")).isEqualTo(Told.ID.toString());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(asked)
                .containsExactly("POST /internal/v1/answers", "GET /internal/v1/answers/" + Told.ID + "/events");
    }

    @Test
    void isAnsweredAnewWhereTheAnswerFailed() {
        answers(new AnswerEvent.Failed(
                Told.ID, Problem.of(ProblemType.UPSTREAM_FAILED).members()));
        ask(STREAMED).then().body(containsString("answer.failed"));
        ask(AS_JSON, Ids.next().toString()).then().statusCode(502);
        answers(COMPLETED);

        ask(STREAMED).then().body(containsString("answer.completed"));

        assertThat(asked).hasSize(3).allMatch(request -> request.startsWith("POST"));
    }

    @Test
    void isAnsweredAnewWhereTheAnswerIsInNoLog() {
        generation.plays(request -> {
            asked.add(request.method().name());
            Told.all(request, Told.STARTED, COMPLETED);
        });

        ask(STREAMED).then().body(containsString("answer.completed"));
        ask(STREAMED).then().body(containsString("answer.completed"));

        assertThat(asked).containsExactly("POST", "POST");
    }

    private Response ask(String question) {
        return ask(question, key);
    }

    private Response ask(String question, String key) {
        return caller.calls()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(question)
                .post("/v1/answers");
    }
}
