package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.generation.Owner;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The budget of round trips of a question that a language model answers. */
@QuarkusTest
@WithTestResource(value = LlmResource.class, initArgs = @ResourceArg(name = "model", value = "sim-ttft20-itl20-len60"))
class LlmRoundTripsTest extends AnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    Owner owner;

    @Test
    void aQuestionTakesOneMoreForTheKeyAndOneForWhatIsSaidIn50Milliseconds() {
        Retrieval.finds(retrieval, RETURNS);
        client().ask("How do I return a phone?");
        retrieval.resetRequests();

        try (var trips = RoundTrips.begin(tenant, owner)) {
            List<Event> events = client().ask(QUESTION);

            assertThat(events.getLast().name()).isEqualTo("answer.completed");
            // Nobody waits for the end of the key's lease.
            await().atMost(PATIENCE).until(() -> trips.counted().containsKey("end"));
            Map<String, Long> counted = trips.counted();
            Map<String, Long> first = trips.untilTheFirstWord();
            System.out.printf("round trips, by a model: Redis %s, until the first word %s%n", counted, first);
            assertThat(first).containsEntry("begin", 1L).containsEntry("pick", 1L);
            assertThat(counted)
                    .containsOnlyKeys("begin", "pick", "append", "finish", "end")
                    .containsEntry("begin", 1L)
                    .containsEntry("pick", 1L)
                    .containsEntry("finish", 1L)
                    .containsEntry("end", 1L);
            assertThat(counted.get("append")).isLessThanOrEqualTo(trips.mostAppends());
            retrieval.verify(1, postRequestedFor(urlEqualTo(Retrieval.SEARCH)));
        }
    }
}
