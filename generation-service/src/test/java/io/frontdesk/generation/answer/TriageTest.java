package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.frontdesk.generation.Passages.SAME_TRADE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that need no search, and what a tenant wants done where there is no answer. */
@QuarkusTest
class TriageTest extends AnswersTest {
    @Test
    void answersSmallTalkInTheTenantsVoiceWithoutASearch() {
        settle("{\"tone\": \"friendly\", \"assistant_name\": \"Ada\"}");

        List<Event> events = client().ask("Hi, who are you?");

        assertThat(events)
                .extracting(Event::name)
                .containsExactly("answer.started", "answer.delta", "answer.completed");
        JsonNode answer = events.getLast().data().path("answer");
        assertThat(answer.path("answer").asText()).startsWith("I'm Ada, not a human");
        assertThat(answer.path("outcome").asText()).isEqualTo("answered");
        assertThat(answer.path("unsupported")).isEmpty();
        assertNothingSearched();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I want to talk to a human", "This is unacceptable!", "Tell me a joke", "Is there a lawsuit?"})
    void refusesWhatIsNotForDocumentsInTheTenantsWords(String message) {
        settle("{\"fallback\": \"Not by me.\", \"without_passages\": \"clarify\", \"blocked_topics\": [\"lawsuits\"]}");

        JsonNode answer = client().ask(message).getLast().data().path("answer");

        assertThat(answer.path("answer").asText()).isEqualTo("Not by me.");
        assertThat(answer.path("outcome").asText()).isEqualTo("refused");
        assertNothingSearched();
    }

    @Test
    void asksWhatWasMeantWhereATenantWantsThat() {
        settle("{\"fallback\": \"Not found.\", \"without_passages\": \"clarify\"}");
        Retrieval.finds(
                retrieval,
                Passages.passage(
                        "Shipping\u200B [x](https://evil.example)",
                        "World",
                        SAME_TRADE - 0.03,
                        "We ship to 40 countries."),
                Passages.passage("Weather", "World", FOREIGN, "It rains."));

        JsonNode answer =
                client().ask("Do you gift-wrap umbrellas?").getLast().data().path("answer");

        assertThat(answer.path("answer").asText()).isEqualTo("Not found.\n\nIs it about one of these?\n- Shipping x");
        assertThat(answer.path("outcome").asText()).isEqualTo("refused");
    }

    @Test
    void givesNoAnswerAgainThatWasMadeUnderOtherSettings() {
        Retrieval.finds(retrieval, RETURNS);
        client().ask(QUESTION);
        settle("{\"tone\": \"formal\"}");
        client().ask(QUESTION);

        List<String> versions = retrieval.findAll(postRequestedFor(urlEqualTo(Retrieval.SEARCH))).stream()
                .map(request -> AnswerClient.read(request.getBodyAsString())
                        .path("answer")
                        .path("prompt_version")
                        .asText())
                .toList();

        assertThat(versions).hasSize(2).doesNotHaveDuplicates();
    }

    private void settle(String body) {
        given().header("Authorization", TestTokens.bearer(tenant, Scope.ADMIN))
                .contentType("application/json")
                .body(body)
                .put("/internal/v1/settings/answers")
                .then()
                .statusCode(200);
    }

    private void assertNothingSearched() {
        retrieval.verify(0, postRequestedFor(urlEqualTo(Retrieval.SEARCH)));
    }
}
