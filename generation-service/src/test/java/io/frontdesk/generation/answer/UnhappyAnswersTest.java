package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.frontdesk.generation.answer.Retrieval.SEARCH;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.LargeBody;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad questions, a retrieval-service that is slow, failing or gone, and no database. */
@QuarkusTest
@TestProfile(UnhappyAnswersTest.Impatient.class)
class UnhappyAnswersTest extends AnswersTest {
    /** Patience of tests; the breaker stays shut, except where it is what is tested. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.reactive.url", "postgresql://localhost:1/nowhere",
                    "quarkus.datasource.system.reactive.url", "postgresql://localhost:1/nowhere",
                    "frontdesk.retrieval.timeout", "2s",
                    "frontdesk.retrieval.breaker-window", "10",
                    "frontdesk.retrieval.breaker-delay", "100ms",
                    "frontdesk.answers.keep-alive", "100ms");
        }
    }

    @TestHTTPResource(value = "/ready", management = true)
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    URI readiness;

    @Test
    void answersWithoutADatabaseAndTellsWhatWasAnsweredJustNow() {
        Retrieval.finds(retrieval, RETURNS);

        Event last = client().ask(QUESTION).getLast();

        assertThat(last.name()).isEqualTo("answer.completed");
        given().get(readiness).then().statusCode(200);
        given().header("Authorization", bearer)
                .get("/internal/v1/answers/"
                        + last.data().path("answer").path("id").asText())
                .then()
                .statusCode(200)
                .body("question", equalTo(QUESTION));
        given().header("Authorization", bearer)
                .get("/internal/v1/answers/" + Ids.next())
                .then()
                .statusCode(503);
    }

    @Test
    void searchesOnceMoreWhereTheFirstInstanceFails() {
        retrieval.stubFor(
                post(SEARCH).inScenario("one bad").willSetStateTo("good").willReturn(serverError()));
        retrieval.stubFor(
                post(SEARCH).inScenario("one bad").whenScenarioStateIs("good").willReturn(Retrieval.reply(RETURNS)));

        Event last = client().ask(QUESTION).getLast();

        assertThat(last.name()).isEqualTo("answer.completed");
        retrieval.verify(2, postRequestedFor(urlEqualTo(SEARCH)));
    }

    @Test
    void failsHonestlyWhereTheKnowledgeIsGone() {
        retrieval.stubFor(post(SEARCH).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        List<Event> events = client().ask(QUESTION);

        JsonNode problem = events.getLast().data().path("problem");
        assertThat(events)
                .extracting(Event::name)
                .filteredOn(name -> name.startsWith("answer."))
                .containsExactly("answer.started", "answer.searching", "answer.failed");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/unavailable");
        assertThat(problem.path("detail").asText()).contains("cannot be searched");
        assertThat(given().get(metrics).asString())
                .contains("frontdesk_answers_total{model_kind=\"none\",outcome=\"failed\"}");
    }

    @Test
    void failsInTimeAndKeepsTheStreamAwakeWhereTheKnowledgeIsSlow() {
        retrieval.stubFor(post(SEARCH).willReturn(Retrieval.reply(RETURNS).withFixedDelay(20_000)));

        List<Event> events = client().ask(QUESTION);

        assertThat(events).extracting(Event::name).contains(":working");
        assertThat(events.getLast().name()).isEqualTo("answer.failed");
        assertThat(events.getLast().data().path("problem").path("status").asInt())
                .isEqualTo(504);
        assertThat(events)
                .extracting(Event::name)
                .filteredOn(name -> name.startsWith("answer."))
                .hasSize(3);
    }

    @Test
    void doesNotRepeatASearchThatWasRefused() {
        retrieval.stubFor(post(SEARCH).willReturn(aResponse().withStatus(400)));

        Event last = client().ask(QUESTION).getLast();

        assertThat(last.data().path("problem").path("status").asInt()).isEqualTo(502);
        retrieval.verify(1, postRequestedFor(urlEqualTo(SEARCH)));
    }

    @Test
    void sparesAServiceThatMostlyFailsAndComesBackToIt() {
        retrieval.stubFor(post(SEARCH).willReturn(serverError()));
        for (int i = 0; i < 10; i++) {
            client().ask(QUESTION);
        }
        int asked = retrieval
                .countRequestsMatching(postRequestedFor(urlEqualTo(SEARCH)).build())
                .getCount();

        Retrieval.finds(retrieval, RETURNS);

        assertThat(asked).isLessThan(20);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(client().ask(QUESTION).getLast().name()).isEqualTo("answer.completed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"question": " "}                    | 400 | /problems/invalid-field      | question
                    {}                                   | 400 | /problems/invalid-field      | question
                    {"question": "What?", "top_k": 51}   | 400 | /problems/invalid-field      | top_k
                    {"question": "What?", "top_k": "x"}  | 400 | /problems/invalid-field      | top_k
                    question=What                        | 400 | /problems/malformed-request  |
                    """)
    void refusesABadQuestionWithAProblem(String body, int status, String type, String field) {
        var response = client().post(body);

        var problem = AnswerClient.read(response.body());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo(type);
        assertThat(problem.path("field").asText(null)).isEqualTo(field);
    }

    @Test
    void refusesAQuestionOf100Kilobytes() {
        var response = client().post(AnswerClient.json(Map.of("question", "x".repeat(100_000))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(AnswerClient.read(response.body()).path("detail").asText()).contains("at most 4000 characters");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var answers = service.resolve("/internal/v1/answers");

        var response = LargeBody.post(answers, TestTokens.bearer(Ids.next(), Scope.CHAT), 3_000_000);

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesOtherMediaTypes() {
        var response = client().post("What?", "text/plain");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(AnswerClient.read(response.body()).path("type").asText())
                .isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void refusesACallerWithoutToken() {
        var response = new AnswerClient(service, "").post("{\"question\": \"What?\"}");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(AnswerClient.read(response.body()).path("type").asText()).isEqualTo("/problems/unauthenticated");
    }

    @Test
    void refusesACallerWhoMayOnlySearch() {
        var response = new AnswerClient(service, TestTokens.bearer(Ids.next(), Scope.SEARCH))
                .post("{\"question\": \"What?\"}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(AnswerClient.read(response.body()).path("type").asText()).isEqualTo("/problems/forbidden");
    }
}
