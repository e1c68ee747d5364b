package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers told again from their logs, over HTTP. */
@QuarkusTest
class AnswerEventsTest extends AnswersTest {
    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    private List<Event> told = List.of();
    private String id = "";

    @BeforeEach
    void ask() {
        Retrieval.finds(retrieval, RETURNS);
        told = client().ask(QUESTION);
        id = told.getFirst().data().path("id").asText();
    }

    @Test
    void namesTheAnswerBeforeItTellsIt() {
        var response = client().post(AnswerClient.json(Map.of("question", QUESTION)));

        assertThat(response.headers().firstValue("Frontdesk-Answer"))
                .hasValue(AnswerClient.events(response.body())
                        .getFirst()
                        .data()
                        .path("id")
                        .asText());
    }

    @Test
    void tellsAnAnswerAgainAsItWasTold() {
        assertThat(AnswerClient.events(client().resume(id, "").body())).isEqualTo(told);
    }

    @Test
    void tellsWhatFollowsTheEventThatWasSeenLast() {
        assertThat(AnswerClient.events(client().resume(id, "2").body())).isEqualTo(told.subList(2, told.size()));
    }

    @Test
    void hasNoContentForWhoHasSeenTheEnd() {
        var response = client().resume(id, Long.toString(told.getLast().id()));

        assertThat(response.statusCode()).isEqualTo(204);
    }

    @Test
    void tellsTheEndAloneOfAnAnswerWhoseLogIsGone() {
        forgetLog();

        for (String seen : List.of("", "2")) {
            assertThat(AnswerClient.events(client().resume(id, seen).body()))
                    .singleElement()
                    .isEqualTo(
                            new Event(0, told.getLast().name(), told.getLast().data()));
        }
    }

    @Test
    void tellsHowAnAnswerFailedWhoseLogIsGone() {
        retrieval.stubFor(post(Retrieval.SEARCH).willReturn(aResponse().withStatus(400)));
        id = client().ask("Why?").getFirst().data().path("id").asText();
        forgetLog();

        Event end = AnswerClient.events(client().resume(id, "").body()).getFirst();

        assertThat(end.name()).isEqualTo("answer.failed");
        assertThat(end.data().path("id").asText()).isEqualTo(id);
        assertThat(end.data().path("problem").path("type").asText()).isEqualTo("/problems/upstream-failed");
        assertThat(end.data().path("problem").path("status").asInt()).isEqualTo(502);
    }

    @Test
    void showsAnAnswerWhoseLogIsGoneToNobodyElse() {
        forgetLog();
        var analyst = TestTokens.sign(TestTokens.claims(tenant, List.of(), Scope.CHAT, Scope.ANALYTICS)
                .subject("user:analyst"));

        assertNotFound(new AnswerClient(service, "Bearer " + analyst), id);
        assertNotFound(new AnswerClient(service, TestTokens.bearer(Ids.next(), Scope.CHAT)), id);
    }

    /** As when its time is over, or Redis was emptied. */
    private void forgetLog() {
        String log = "generation:{%s}:answer:%s".formatted(tenant, id);
        assertThat(redis.key().del(log, log + ":state")).isEqualTo(2);
    }

    @Test
    void isNotFoundByAnotherTenant() {
        var stranger = new AnswerClient(service, TestTokens.bearer(Ids.next(), Scope.CHAT));

        assertNotFound(stranger, id);
    }

    @Test
    void isNotFoundByAnotherCustomerOfTheTenant() {
        var token =
                TestTokens.sign(TestTokens.claims(tenant, List.of(), Scope.CHAT).subject("visitor:bob"));

        assertNotFound(new AnswerClient(service, "Bearer " + token), id);
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        assertNotFound(client(), Ids.next().toString());
        assertNotFound(client(), new UUID(0, 0).toString());
        assertNotFound(client(), "no-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999999"})
    void refusesWhatIsTheIdOfNoEvent(String lastEventId) {
        var response = client().resume(id, lastEventId);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(AnswerClient.read(response.body()).path("field").asText()).isEqualTo("Last-Event-ID");
    }

    private static void assertNotFound(AnswerClient client, String id) {
        var response = client.resume(id, "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
