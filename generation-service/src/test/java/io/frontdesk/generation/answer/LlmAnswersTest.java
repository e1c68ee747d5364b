package io.frontdesk.generation.answer;

import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.generation.Passages;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.simulator.LlmSimulator;
import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers by a language model, over HTTP on both sides. */
@QuarkusTest
@WithTestResource(value = LlmResource.class, initArgs = @ResourceArg(name = "model", value = "sim-ttft20-itl20-len60"))
class LlmAnswersTest extends AnswersTest {
    @SuppressWarnings("NullAway.Init") // Set by the resource.
    LlmSimulator simulator;

    @Test
    void streamsTheModelsTokensWithCheckedCitationsUsageAndCost() {
        Retrieval.finds(retrieval, RETURNS, REPAIRS);

        List<Event> events = client().ask(QUESTION);

        var answer = events.getLast().data().path("answer");
        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertThat(events)
                .extracting(Event::name)
                .filteredOn("answer.delta"::equals)
                .hasSizeGreaterThan(20);
        assertThat(answer.path("model").asText()).isEqualTo("sim-ttft20-itl20-len60");
        assertThat(answer.path("answer").asText()).contains("[1]");
        assertThat(answer.path("citations").get(0).path("document_id").asText())
                .isEqualTo(RETURNS.documentId().toString());
        assertThat(answer.path("confidence").asDouble()).isGreaterThan(0.5);
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(60);
        assertThat(answer.path("usage").path("cost").path("micros").asLong()).isPositive();
        assertThat(given().get(metrics).asString())
                .contains("gen_ai_server_time_to_first_token_seconds_bucket")
                .contains("gen_ai_client_token_usage")
                .contains("gen_ai_client_operation_duration_seconds_count")
                .contains("frontdesk_answers_total{model_kind=\"llm\",outcome=\"answered\"}");
    }

    @Test
    void cancelsTheModelWithinASecondWhenTheClientHangsUp() throws Exception {
        Retrieval.finds(retrieval, RETURNS);

        try (InputStream stream = client().open(QUESTION)) {
            assertThat(stream.readNBytes(200)).isNotEmpty();
        }

        await().atMost(Duration.ofSeconds(1))
                .until(() -> simulator.requests().getLast().outcome() == Outcome.ABORTED);
    }

    @Test
    void asksNoModelWhereNoPassageIsUsable() {
        int before = simulator.requests().size();
        Retrieval.finds(retrieval, Passages.passage("Shipping", "World", FOREIGN, "We ship to 40 countries."));

        Event last = client().ask("Who won the football world cup?").getLast();

        assertThat(last.data().path("answer").path("outcome").asText()).isEqualTo("refused");
        assertThat(simulator.requests()).hasSize(before);
    }
}
