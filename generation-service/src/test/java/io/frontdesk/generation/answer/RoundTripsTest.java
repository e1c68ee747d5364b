package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.generation.Owner;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The budget of round trips of a question whose answer is quoted, and of those who ask the same. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus and before each test.
class RoundTripsTest extends AnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Owner owner;

    private RoundTrips trips;
    private String conversation;

    /** So that Redis knows the scripts, and this replica the tenant's settings. */
    @BeforeEach
    void askBefore() {
        Retrieval.finds(retrieval, RETURNS);
        conversation = client().ask("How do I return a phone?")
                .getFirst()
                .data()
                .path("conversation_id")
                .asText();
        begin();
    }

    private void begin() {
        retrieval.resetRequests();
        trips = RoundTrips.begin(tenant, owner);
    }

    @AfterEach
    void stopCounting() {
        trips.close();
    }

    @Test
    void aQuestionTakesOneOfRedisToBeginAndOneToEndAndOneSearch() {
        List<Event> events = withoutDatabase(Map.of("question", QUESTION));

        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertBudget("quoted", 1);
    }

    @Test
    void aFollowUpTakesAsMany() {
        List<Event> events = withoutDatabase(Map.of("question", "And for laptops?", "conversation_id", conversation));

        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        assertThat(events.getFirst().data().path("conversation_id").asText()).isEqualTo(conversation);
        assertBudget("quoted follow-up", 1);
    }

    @Test
    void whoAsksTheSameMeanwhileTakesOneMore() {
        retrieval.stubFor(
                post(Retrieval.SEARCH).willReturn(Retrieval.reply(RETURNS).withFixedDelay(1_000)));

        // A busy machine may be late with the second.
        await().atMost(PATIENCE).until(this::askTwice);

        assertBudget("quoted, with one who follows", 2);
    }

    /** Answers whether the second followed the first. */
    private boolean askTwice() {
        stopCounting();
        begin();
        var first = CompletableFuture.supplyAsync(() -> client().ask(QUESTION));
        await().atMost(PATIENCE).until(() -> trips.counted().containsKey("begin"));
        Event last = withoutDatabase(Map.of("question", QUESTION)).getLast();
        first.join();
        return last.data().path("answer").path("cache").asText().equals("coalesced");
    }

    private void assertBudget(String what, long begun) {
        Map<String, Long> counted = trips.counted();
        int searches = retrieval
                .countRequestsMatching(
                        postRequestedFor(urlEqualTo(Retrieval.SEARCH)).build())
                .getCount();
        System.out.printf("round trips, %s: Redis %s, searches %d, SQL 0%n", what, counted, searches);
        assertThat(counted)
                .containsEntry("begin", begun)
                .containsEntry("finish", 1L)
                .containsOnlyKeys(
                        counted.containsKey("append")
                                ? List.of("begin", "append", "finish")
                                : List.of("begin", "finish"));
        assertThat(counted.getOrDefault("append", 0L)).isLessThanOrEqualTo(trips.mostAppends());
        assertThat(searches).isOne();
    }

    /** Asks while PostgreSQL answers nothing about settings and conversations, which is all that a question may need of it. */
    private List<Event> withoutDatabase(Map<String, Object> question) {
        return owner.whileLocked(
                "answer_settings, conversation", () -> CompletableFuture.supplyAsync(() -> AnswerClient.events(
                                client().post(AnswerClient.json(question)).body()))
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join());
    }
}
