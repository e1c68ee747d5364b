package io.frontdesk.generation.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.frontdesk.generation.Passages.FOREIGN;
import static io.frontdesk.generation.Passages.REPAIRS;
import static io.frontdesk.generation.Passages.RETURNS;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.reuse.KnownAnswer;
import io.frontdesk.contracts.reuse.OfferReply;
import io.frontdesk.contracts.reuse.SettledKind;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.answer.AnswerClient.Event;
import io.frontdesk.testing.TestTokens;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers to questions of the same meaning: served, and offered. */
@QuarkusTest
class AnswersGivenAgainTest extends AnswersTest {
    private static final String OPEN = "How long can it be returned?";

    private static final Answer GIVEN = new Answer(
            Ids.next(),
            "Within 30 days. [1]",
            Answer.Outcome.ANSWERED,
            List.of(new Citation(1, RETURNS.documentId(), RETURNS.title(), RETURNS.url(), "30 days")),
            0.9,
            Answer.Cache.MISS,
            "extractive",
            Ids.next(),
            new Usage(12, 34, new Money(56, "USD")),
            null);

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void tellsAKnownAnswerAsOneOfItsOwn() {
        Retrieval.knows(retrieval, new KnownAnswer(GIVEN, "Within how many days can laptops go back?", 0.9), RETURNS);

        List<Event> events = client().ask(QUESTION);

        assertThat(events)
                .extracting(Event::name)
                .containsExactly(
                        "answer.started", "answer.searching", "answer.delta", "answer.citation", "answer.completed");
        var answer = events.getLast().data().path("answer");
        assertThat(answer.path("answer").asText()).isEqualTo(GIVEN.answer());
        assertThat(answer.path("cache").asText()).isEqualTo("semantic");
        assertThat(answer.path("citations").get(0).path("quote").asText()).isEqualTo("30 days");
        assertThat(answer.path("usage").path("completion_tokens").asInt()).isZero();
        assertThat(answer.path("usage").path("cost").path("micros").asInt()).isZero();
        assertThat(answer.path("id").asText())
                .isEqualTo(events.getFirst().data().path("id").asText())
                .isNotEqualTo(GIVEN.id().toString());
        assertThat(answer.path("conversation_id").asText())
                .isNotEqualTo(GIVEN.conversationId().toString());
        retrieval.verify(0, postRequestedFor(urlEqualTo(Retrieval.ANSWERS)));
    }

    @Test
    void tellsGatewaysHowAnswersAreMade() {
        Retrieval.finds(retrieval, RETURNS);

        client().ask(QUESTION);

        SettledKind before = settledKind();
        assertThat(before.settingsVersion()).isZero();
        assertThat(before.kind().modelChoice()).isEqualTo("extractive");

        given().header("Authorization", TestTokens.bearer(tenant, Scope.ADMIN))
                .contentType("application/json")
                .body("{\"blocked_topics\": [\"politics\"]}")
                .put("/internal/v1/settings/answers")
                .then()
                .statusCode(200);
        client().ask(QUESTION);

        SettledKind after = settledKind();
        assertThat(after.settingsVersion()).isOne();
        assertThat(after.kind().promptVersion()).isNotEqualTo(before.kind().promptVersion());
    }

    private SettledKind settledKind() {
        return SettledKind.parse(redis.hash(String.class).hget(TenantState.key(tenant), TenantState.ANSWER_KIND))
                .orElseThrow();
    }

    @Test
    void answersAnewToSeeWhetherItFits() {
        var wrong = GIVEN.answer().replace("30", "90");
        Retrieval.knows(retrieval, new KnownAnswer(GIVEN, "Within how many days can laptops go back?", 0.9), RETURNS);
        client().ask(QUESTION);
        Retrieval.knows(
                retrieval, new KnownAnswer(said(wrong), "Within how many days can cars go back?", 0.9), RETURNS);
        client().ask(QUESTION);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().get(metrics).asString())
                        .containsPattern("frontdesk_semantic_hits_checked_total\\{verdict=\"same\"} [1-9]")
                        .containsPattern("frontdesk_semantic_hits_checked_total\\{verdict=\"wrong\"} [1-9]")
                        .containsPattern("frontdesk_semantic_hits_wrong_ratio 0\\.[0-9]*[1-9]"));
    }

    private static Answer said(String text) {
        return new Answer(
                GIVEN.id(),
                text,
                GIVEN.outcome(),
                GIVEN.citations(),
                GIVEN.confidence(),
                GIVEN.cache(),
                GIVEN.model(),
                GIVEN.conversationId(),
                GIVEN.usage(),
                null);
    }

    @Test
    void offersWhatItAnsweredWithWhatItRestsOn() {
        Retrieval.finds(retrieval, RETURNS, REPAIRS);
        retrieval.stubFor(post(Retrieval.ANSWERS).willReturn(Retrieval.json(OfferReply.STORED)));

        client().ask(QUESTION);

        retrieval.verify(postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                .withRequestBody(matchingJsonPath("$.answer.prompt_version", matching("answer-v2-[0-9a-f]{12}")))
                .withRequestBody(equalToJson("{\"answer\": {\"model_choice\": \"extractive\"}}", true, true)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> retrieval.verify(postRequestedFor(urlEqualTo(Retrieval.ANSWERS))
                        .withHeader("Authorization", equalTo(bearer))
                        .withRequestBody(matchingJsonPath("$.question", equalTo(QUESTION)))
                        .withRequestBody(matchingJsonPath("$.knowledge_version", equalTo("7")))
                        .withRequestBody(matchingJsonPath("$.top_k", equalTo("8")))
                        .withRequestBody(matchingJsonPath("$.reach", equalTo("" + REPAIRS.similarity())))
                        .withRequestBody(matchingJsonPath(
                                "$.chunk_ids[0]", equalTo(RETURNS.chunkId().toString())))
                        .withRequestBody(matchingJsonPath("$.answer.outcome", equalTo("answered")))));
    }

    @Test
    void neitherAsksForAnAnswerOfAnotherNorOffersOneWhereTheQuestionHoldsPersonalData() {
        Retrieval.finds(retrieval, RETURNS);
        client().ask("I am bob@mail.example. " + QUESTION);

        // An offer would come before this one.
        retrieval.stubFor(post(Retrieval.ANSWERS).willReturn(Retrieval.json(OfferReply.STORED)));
        client().ask(QUESTION);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> retrieval.verify(1, postRequestedFor(urlEqualTo(Retrieval.ANSWERS))));
        retrieval.verify(
                1,
                postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                        .withRequestBody(equalToJson("{\"answer\": null}", true, true)));
    }

    @Test
    void offersNeitherARefusalNorWhatNeedsItsConversation() {
        Retrieval.finds(retrieval, Passages.passage("Shipping", "World", FOREIGN, "We ship to 40 countries."));
        String conversation = client().ask("Thanks!")
                .getFirst()
                .data()
                .path("conversation_id")
                .asText();
        Retrieval.finds(retrieval, RETURNS);

        client().post(AnswerClient.json(Map.of("question", OPEN, "conversation_id", conversation)));

        // An offer of the two would come before this one.
        retrieval.stubFor(post(Retrieval.ANSWERS).willReturn(Retrieval.json(OfferReply.STORED)));
        client().ask("How long can I return a phone?");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> retrieval.verify(1, postRequestedFor(urlEqualTo(Retrieval.ANSWERS))));
        retrieval.verify(
                1,
                postRequestedFor(urlEqualTo(Retrieval.SEARCH))
                        .withRequestBody(
                                equalToJson("{\"query\": \"%s\", \"answer\": null}".formatted(OPEN), true, true)));
    }

    @Test
    void answersAlsoWhereTheOfferFails() {
        Retrieval.finds(retrieval, RETURNS);
        retrieval.stubFor(post(Retrieval.ANSWERS).willReturn(serverError()));

        assertThat(client().ask(QUESTION).getLast().name()).isEqualTo("answer.completed");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().get(metrics).asString())
                        .contains("frontdesk_answers_offered_total{outcome=\"failed\"}"));
    }
}
