package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.Passages;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Answers without a language model, over HTTP. */
@QuarkusTest
class ExtractiveAnswersTest extends AnswersTest {
    @Test
    void quotesTheSentenceThatAnswersAndCitesItsDocument() {
        Retrieval.finds(retrieval, RETURNS, REPAIRS);

        List<Event> events = client().ask(QUESTION);

        var answer = events.getLast().data().path("answer");
        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertThat(answer.path("answer").asText())
                .contains("within 30 days of delivery")
                .endsWith("[1]");
        assertThat(answer.path("outcome").asText()).isEqualTo("answered");
        assertThat(answer.path("model").asText()).isEqualTo("extractive");
        assertThat(answer.path("cache").asText()).isEqualTo("miss");
        assertThat(answer.path("confidence").asDouble()).isBetween(0.7, 1.0);
        var citation = answer.path("citations").get(0);
        assertThat(citation.path("n").asInt()).isOne();
        assertThat(citation.path("document_id").asText())
                .isEqualTo(RETURNS.documentId().toString());
        assertThat(citation.path("url").asText()).isEqualTo(RETURNS.url());
        assertThat(citation.path("quote").asText()).contains("30 days");
    }

    @Test
    void tellsEventsInOrderWithIncreasingIdsAndTheirTextMakesUpTheAnswer() {
        Retrieval.finds(retrieval, RETURNS);

        List<Event> events = client().ask(QUESTION);

        assertThat(events).extracting(Event::name).startsWith("answer.started", "answer.searching", "answer.delta");
        assertThat(events).extracting(Event::name).containsOnlyOnce("answer.completed", "answer.citation");
        assertThat(events)
                .extracting(Event::id)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        String told = String.join(
                "",
                events.stream()
                        .filter(event -> event.name().equals("answer.delta"))
                        .map(event -> event.data().path("text").asText())
                        .toList());
        assertThat(events.getLast().data().path("answer").path("answer").asText())
                .isEqualTo(told);
        assertThat(events.getFirst().data().path("id").asText())
                .isEqualTo(events.getLast().data().path("answer").path("id").asText());
    }

    @Test
    void refusesAForeignQuestionWithoutCitations() {
        Retrieval.finds(
                retrieval, Passages.passage("Shipping", "World", FOREIGN, "We ship to 40 countries of the world."));

        Event last = client().ask("Who won the football world cup?").getLast();

        assertThat(last.name()).isEqualTo("answer.completed");
        assertThat(last.data().path("answer").path("outcome").asText()).isEqualTo("refused");
        assertThat(last.data().path("answer").path("answer").asText()).startsWith("I'm sorry");
        assertThat(last.data().path("answer").path("citations")).isEmpty();
        assertThat(last.data().path("answer").path("confidence").asDouble()).isZero();
    }

    @Test
    void searchesAsTheCallerForWhatTheCallerAsked() {
        Retrieval.finds(retrieval, RETURNS);
        String conversation =
                client().ask(QUESTION).getFirst().data().path("conversation_id").asText();

        String stream = client().post("""
            {"question": "%s", "top_k": 5, "filters": {"lang": "en"}, "conversation_id": "%s"}\
            """.formatted(QUESTION, conversation)).body();

        retrieval.verify(postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                .withHeader("Authorization", equalTo(bearer))
                .withRequestBody(equalToJson(
                        "{\"query\": \"%s\", \"top_k\": 5, \"filters\": {\"lang\": \"en\"}}".formatted(QUESTION),
                        true,
                        true)));
        assertThat(AnswerClient.events(stream)
                        .getFirst()
                        .data()
                        .path("conversation_id")
                        .asText())
                .isEqualTo(conversation);
    }

    @Test
    void forbidsProxiesToHoldTheStreamBack() {
        Retrieval.finds(retrieval, RETURNS);

        var response = client().post(AnswerClient.json(Map.of("question", QUESTION)));

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    }
}
