package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.frontdesk.generation.answer.Retrieval.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.RedisMonitor;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time that a question brings, and that its search is told. */
@QuarkusTest
class TimeLeftTest extends AnswersTest {
    /** What {@code frontdesk.retrieval.timeout} is. */
    private static final long SEARCHES_MILLIS = 2_000;

    private static final Map<String, Object> ANYBODYS = Map.of("question", QUESTION);

    /** Its caller keeps the conversation, so that no other question is the same. */
    private static final Map<String, Object> ITS_CALLERS = Map.of(
            "question", QUESTION, "history", List.of(Map.of("question", "Do you sell laptops?", "answer", "We do.")));

    /** The first question of a service takes more time than the others. */
    @BeforeEach
    void somebodyHasAskedBefore() {
        Retrieval.finds(retrieval, RETURNS);
        assertThat(client().ask("Do you deliver?").getLast().name()).isEqualTo("answer.completed");
        retrieval.resetAll();
    }

    @Test
    void aQuestionWithoutTimeIsNotBegun() {
        String answer = Ids.next().toString();
        try (var redis = RedisMonitor.begin()) {
            var response = client().post(
                            AnswerClient.json(ITS_CALLERS), Map.of(Headers.TIME_LEFT, "1", Headers.ANSWER, answer));

            var problem = AnswerClient.read(response.body());
            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(problem.path("type").asText()).isEqualTo("/problems/deadline-passed");
            assertThat(redis.asked()).noneMatch(one -> one.names(answer));
        }
        retrieval.verify(0, postRequestedFor(urlEqualTo(SEARCH)));
    }

    @Test
    void aSearchHasWhatIsLeftForItsQuestionAndIsNotRepeatedAfterThat() {
        retrieval.stubFor(post(SEARCH).willReturn(Retrieval.reply(RETURNS).withFixedDelay(10_000)));

        Event last = ask(ITS_CALLERS, Map.of(Headers.TIME_LEFT, "1500", Headers.RESUMABLE, "false"))
                .getLast();

        assertThat(last.name()).isEqualTo("answer.failed");
        assertThat(last.data().path("problem").path("status").asInt()).isEqualTo(504);
        assertThat(told()).singleElement().satisfies(left -> assertThat(left).isBetween(1L, 1_500L));
    }

    /** The first would fail those that follow it, the second is there for whoever comes back. */
    @Test
    void whatOthersMayWaitForOutlivesTheTimeOfTheOneWhoAsked() {
        retrieval.stubFor(post(SEARCH).willReturn(Retrieval.reply(RETURNS).withFixedDelay(1_300)));

        Event anybodys = ask(ANYBODYS, Map.of(Headers.TIME_LEFT, "1000", Headers.RESUMABLE, "false"))
                .getLast();
        Event resumable = ask(ITS_CALLERS, Map.of(Headers.TIME_LEFT, "1000")).getLast();

        assertThat(List.of(anybodys.name(), resumable.name())).containsOnly("answer.completed");
        assertThat(told()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(left -> assertThat(left)
                .isBetween(1_001L, SEARCHES_MILLIS));
    }

    private List<Event> ask(Map<String, Object> question, Map<String, String> headers) {
        HttpResponse<String> response = client().post(AnswerClient.json(question), headers);
        assertThat(response.statusCode()).isEqualTo(200);
        return AnswerClient.events(response.body());
    }

    private List<Long> told() {
        return retrieval.findAll(postRequestedFor(urlEqualTo(SEARCH))).stream()
                .map(request -> Long.parseLong(request.getHeader(Headers.TIME_LEFT)))
                .toList();
    }
}
