package io.frontdesk.generation.answer;

import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.generation.log.LeftBehind;
import io.frontdesk.simulator.LlmSimulator;
import io.frontdesk.simulator.RecordedRequest.Outcome;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers by a language model, over HTTP on both sides. */
@QuarkusTest
@WithTestResource(value = LlmResource.class, initArgs = @ResourceArg(name = "model", value = "sim-ttft20-itl20-len60"))
class LlmAnswersTest extends AnswersTest {
    @SuppressWarnings("NullAway.Init") // Set by the resource.
    LlmSimulator simulator;

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    LeftBehind leftBehind;

    private final ExecutorService threads = Executors.newFixedThreadPool(12);

    @AfterEach
    void stopThreads() {
        threads.shutdown();
    }

    @Test
    void streamsTheModelsTokensWithCheckedCitationsUsageAndCost() {
        Retrieval.finds(retrieval, RETURNS, REPAIRS);

        List<Event> events = client().ask(QUESTION);

        var answer = events.getLast().data().path("answer");
        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertThat(events)
                .extracting(Event::name)
                .filteredOn("answer.delta"::equals)
                .hasSizeGreaterThan(5);
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
    void cancelsTheModelWithinASecondWhenAClientHangsUpThatCannotComeBack() throws Exception {
        Retrieval.finds(retrieval, RETURNS);

        try (InputStream stream = client().openForGood(QUESTION)) {
            assertThat(stream.readNBytes(200)).isNotEmpty();
        }

        await().atMost(Duration.ofSeconds(1))
                .until(() -> simulator.requests().getLast().outcome() == Outcome.ABORTED);
    }

    @Test
    void goesOnWhenAClientHangsUpThatMayComeBackAndTellsItTheRest() throws Exception {
        Retrieval.finds(retrieval, RETURNS);
        List<Event> seen;
        try (InputStream stream = client().open(QUESTION)) {
            var text = new StringBuilder();
            while (!text.toString().contains("answer.delta") || text.lastIndexOf("\n\n") < text.lastIndexOf("event:")) {
                text.append((char) stream.read());
            }
            seen = AnswerClient.events(text.toString());
        }
        String id = seen.getFirst().data().path("id").asText();

        List<Event> rest = AnswerClient.events(
                client().resume(id, Long.toString(seen.getLast().id())).body());

        assertThat(rest.getLast().name()).isEqualTo("answer.completed");
        assertThat(rest.getFirst().id()).isEqualTo(seen.getLast().id() + 1);
        assertThat(text(seen) + text(rest))
                .isEqualTo(rest.getLast().data().path("answer").path("answer").asText());
        assertThat(simulator.requests().getLast().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void asksTheModelOnceForAQuestionThatIsAskedManyTimesAtOnce() {
        Retrieval.finds(retrieval, RETURNS);
        int before = simulator.requests().size();

        List<List<Event>> answers = IntStream.range(0, 12)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> client().ask(QUESTION), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(simulator.requests()).hasSize(before + 1);
        assertThat(answers).allMatch(events -> events.getLast().name().equals("answer.completed"));
        assertThat(answers.stream().map(LlmAnswersTest::text).distinct()).hasSize(1);
        assertThat(answers.stream()
                        .map(events -> events.getLast().data().path("answer").path("id")))
                .doesNotHaveDuplicates();
        assertThat(answers.stream().map(events -> events.getLast()
                        .data()
                        .path("answer")
                        .path("cache")
                        .asText()))
                .containsOnlyOnce("miss")
                .filteredOn("coalesced"::equals)
                .hasSize(11);
    }

    @Test
    void tellsTheModelWhatTheCallerSaysWasSaidAndGivesThatAnswerToNobodyElse() {
        Retrieval.finds(retrieval, RETURNS);
        int before = simulator.requests().size();
        String body = AnswerClient.json(Map.of(
                "question",
                QUESTION,
                "history",
                List.of(Map.of("question", "Do you sell tablets?", "answer", "We sell eleven."))));

        IntStream.range(0, 3)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> client().post(body), threads))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(simulator.requests()).hasSize(before + 3).last().satisfies(request -> assertThat(
                        request.body().path("messages").path(1).path("content").asText())
                .contains("Customer: Do you sell tablets?\nAssistant: We sell eleven."));
    }

    @Test
    void goesOnWithTheTextOfAReplicaThatDied() {
        Retrieval.finds(retrieval, RETURNS);
        Event whole = client().ask(QUESTION).getLast();
        String text = whole.data().path("answer").path("answer").asText();
        String said = text.substring(0, text.indexOf("[1]") + 20);
        UUID id = leftBehind.leave(tenant, QUESTION, new SearchReply(7, List.of(RETURNS)), said);

        List<Event> events =
                AnswerClient.events(client().resume(id.toString(), "").body());

        var answer = events.getLast().data().path("answer");
        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertThat(events)
                .extracting(Event::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(text(events)).isEqualTo(text).isEqualTo(answer.path("answer").asText());
        assertThat(answer.path("id").asText()).isEqualTo(id.toString());
        assertThat(answer.path("citations"))
                .isEqualTo(whole.data().path("answer").path("citations"));
        assertThat(simulator
                        .requests()
                        .getLast()
                        .body()
                        .path("messages")
                        .path(2)
                        .path("content")
                        .asText())
                .isEqualTo(said);
    }

    private static String text(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("answer.delta"))
                .map(event -> event.data().path("text").asText())
                .collect(Collectors.joining());
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
