package io.frontdesk.generation.answer;

import static io.frontdesk.generation.Passages.RETURNS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers told again from their logs, over HTTP. */
@QuarkusTest
class AnswerEventsTest extends AnswersTest {
    private List<Event> told = List.of();
    private String id = "";

    @BeforeEach
    void ask() {
        Retrieval.finds(retrieval, RETURNS);
        told = client().ask(QUESTION);
        id = told.getFirst().data().path("id").asText();
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
