package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.reuse.KnownAnswer;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.generation.conversation.Conversation;
import io.frontdesk.generation.conversation.Conversations;
import io.frontdesk.generation.conversation.KeptTurn;
import io.frontdesk.generation.conversation.Turn;
import io.frontdesk.generation.conversation.TurnJson;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Questions that go on with a conversation. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class FollowUpAnswersTest extends AnswersTest {
    private static final String FOLLOW_UP = "And for phones?";
    private static final String MEANT = "How long do I have to return phones?";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    Conversations conversations;

    @Inject
    TurnJson turns;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void searchesForWhatAFollowUpMeansAndLooksForAnAnswerToThat() {
        Retrieval.finds(retrieval, RETURNS);

        List<Event> events = goOn(client(), begun(client()), FOLLOW_UP);

        assertThat(events.getLast().name()).isEqualTo("answer.completed");
        retrieval.verify(postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                .withRequestBody(matchingJsonPath("$.query", equalTo(MEANT)))
                .withRequestBody(matchingJsonPath("$.answer.model_choice", equalTo("extractive"))));
    }

    @Test
    void goesOnWithWhatItsCallerSaysWasSaid() {
        Retrieval.finds(retrieval, RETURNS);

        List<Event> events = told(FOLLOW_UP, QUESTION);
        List<Event> later = told("And for tablets?", QUESTION, FOLLOW_UP);

        assertThat(List.of(events.getLast().name(), later.getLast().name())).containsOnly("answer.completed");
        retrieval.verify(searchesFor(MEANT));
        retrieval.verify(searchesFor("How long do I have to return tablets?"));
    }

    @Test
    void keepsNothingButTheQuestionOfACallerThatKeepsItsConversationItself() {
        Retrieval.finds(retrieval, RETURNS);

        String conversation = told(FOLLOW_UP, QUESTION)
                .getFirst()
                .data()
                .path("conversation_id")
                .asText();

        assertThat(turns(conversation)).extracting(Turn::meant).containsExactly(MEANT);
    }

    @Test
    void refusesTwoConversationsAtOnceAndOneThatIsTooLong() {
        var said = Map.of("question", QUESTION, "answer", "Within 30 days.");

        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(
                        "question",
                        FOLLOW_UP,
                        "history",
                        List.of(said),
                        "conversation_id",
                        Ids.next().toString()),
                Map.of("question", FOLLOW_UP, "history", Collections.nCopies(13, said)),
                Map.of("question", FOLLOW_UP, "history", List.of(Map.of("question", " ", "answer", ""))),
                Map.of(
                        "question",
                        FOLLOW_UP,
                        "history",
                        List.of(Map.of("question", "x", "answer", "x".repeat(4_001)))))) {
            HttpResponse<String> refused = client().post(AnswerClient.json(body));

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"history\"");
        }
    }

    /** What is answered to a question after these. */
    private List<Event> told(String question, String... before) {
        var history = Stream.of(before)
                .map(earlier -> Map.of("question", earlier, "answer", "Within 30 days."))
                .toList();
        return AnswerClient.events(client().post(AnswerClient.json(Map.of("question", question, "history", history)))
                .body());
    }

    @Test
    void showsTheCustomersOwnWordsAndExplainsWhatTheyMean() {
        Retrieval.finds(retrieval, RETURNS);

        List<Event> events = goOn(client(), begun(client()), FOLLOW_UP);

        String id = events.getFirst().data().path("id").asText();
        given().header("Authorization", bearer)
                .get("/internal/v1/answers/" + id)
                .then()
                .statusCode(200)
                .body("question", is(FOLLOW_UP));
        given().header("Authorization", bearer)
                .get("/internal/v1/answers/" + id + "/explain")
                .then()
                .statusCode(200)
                .body("question", is(FOLLOW_UP))
                .body("standalone", is(MEANT));
    }

    @Test
    void goesOnAfterAnAnswerThatWasGivenBefore() {
        var known = new Answer(
                Ids.next(),
                "Within 30 days.",
                Answer.Outcome.ANSWERED,
                List.of(),
                0.9,
                Answer.Cache.MISS,
                "extractive",
                Ids.next(),
                Usage.NONE,
                null);
        Retrieval.knows(retrieval, new KnownAnswer(known, QUESTION, 0.9), RETURNS);
        String conversation = begun(client());
        Retrieval.finds(retrieval, RETURNS);

        goOn(client(), conversation, FOLLOW_UP);

        retrieval.verify(searchesFor(MEANT));
    }

    @Test
    void knowsNoConversationOfAnotherCustomerOrTenant() {
        Retrieval.finds(retrieval, RETURNS);
        String conversation = begun(client());
        retrieval.resetRequests();

        for (String bearer : List.of(token(tenant, "another"), token(Ids.next(), "test-caller"))) {
            HttpResponse<String> refused = new AnswerClient(service, bearer).post(body(conversation, FOLLOW_UP));

            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("/problems/not-found").doesNotContain("laptop");
        }
        assertThat(client().post(body(Ids.next().toString(), FOLLOW_UP)).statusCode())
                .isEqualTo(404);
        assertThat(client().post("{\"question\": \"x\", \"conversation_id\": \"7\"}")
                        .statusCode())
                .isEqualTo(400);
        retrieval.verify(0, postRequestedFor(urlEqualTo(Retrieval.SEARCH)));
    }

    @Test
    void goesOnAfterAnAnswerThatFailed() {
        retrieval.stubFor(post(Retrieval.SEARCH).willReturn(serverError()));
        String conversation = begun(client());
        Retrieval.finds(retrieval, RETURNS);

        assertThat(goOn(client(), conversation, QUESTION).getLast().name()).isEqualTo("answer.completed");
    }

    @Test
    void losesNoneOfTheTurnsThatAreAskedAtTheSameTime() {
        Retrieval.finds(retrieval, RETURNS);
        String conversation = begun(client());

        List<String> asked = IntStream.range(0, 6)
                .mapToObj(i -> "Question number " + i + " about laptops?")
                .toList();
        asked.parallelStream().forEach(question -> goOn(client(), conversation, question));

        List<Turn> turns = turns(conversation);
        assertThat(turns)
                .extracting(Turn::question)
                .contains(asked.toArray(String[]::new))
                .startsWith(QUESTION);
        assertThat(turns)
                .isSortedAccordingTo(Comparator.comparing(turn -> turn.id().toString()));
    }

    @Test
    void keepsTheLastTurnsAlone() {
        Retrieval.finds(retrieval, RETURNS);
        String conversation = begun(client());

        for (int i = 1; i <= 13; i++) {
            goOn(client(), conversation, "Can I return laptop number " + i + "?");
        }

        assertThat(turns(conversation))
                .hasSize(12)
                .last()
                .extracting(Turn::question)
                .isEqualTo("Can I return laptop number 13?");
    }

    @Test
    void readsFromPostgresWhatRedisHasForgotten() {
        Retrieval.finds(retrieval, RETURNS);
        UUID conversation = Ids.next();
        var turn = new Turn(Ids.next(), QUESTION, null, "Within 30 days.", "answered", List.of(), Instant.now());
        List<KeptTurn> turns = List.of(new KeptTurn(conversation, "test-caller", turn));
        conversations.keep(tenant, turns).await().atMost(LIMIT);
        conversations.keep(tenant, turns).await().atMost(LIMIT);
        redis.key().del("generation:{" + tenant + "}:conversation:" + conversation);

        goOn(client(), conversation.toString(), FOLLOW_UP);

        retrieval.verify(searchesFor(MEANT));
        assertThat(turns(conversation.toString())).extracting(Turn::meant).containsExactly(QUESTION, MEANT);
    }

    private static RequestPatternBuilder searchesFor(String question) {
        return postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                .withRequestBody(matchingJsonPath("$.query", equalTo(question)));
    }

    private List<Turn> turns(String conversation) {
        var known = redis.hash(String.class).hgetall("generation:{" + tenant + "}:conversation:" + conversation);
        known.remove("customer");
        return new Conversation(
                        UUID.fromString(conversation), turns.read(known.values().toString()))
                .turns();
    }

    private static String begun(AnswerClient client) {
        return client.ask(QUESTION).getFirst().data().path("conversation_id").asText();
    }

    private static List<Event> goOn(AnswerClient client, String conversation, String question) {
        return AnswerClient.events(client.post(body(conversation, question)).body());
    }

    private static String body(String conversation, String question) {
        return AnswerClient.json(Map.of("question", question, "conversation_id", conversation));
    }

    private static String token(UUID of, String subject) {
        return "Bearer "
                + TestTokens.sign(TestTokens.claims(of, List.of(), Scope.CHAT).subject(subject));
    }
}
