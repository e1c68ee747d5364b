package io.frontdesk.retrieval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that stand for others, over HTTP. */
@QuarkusTest
class KnownAnswersTest extends AnswersTest {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final String IN_OTHER_WORDS = "What is the return period for laptops?";
    private static final String CHUNK = "You can return a laptop within 30 days of delivery.";
    private static final String ANSWER = "30 days. [1]";

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void publish() {
        index(document, 1, "Returns", CHUNK);
    }

    @Test
    void givesTheAnswerToAQuestionOfTheSameMeaning() {
        Map<String, Object> offer = answer(asker(), QUESTION, ANSWER);

        var found = asks(asker(), IN_OTHER_WORDS);

        assertThat(found.<Object>get("answer.answer")).isNotNull();
        assertThat(found.getString("answer.answer.id")).isEqualTo(id(offer));
        assertThat(found.getString("answer.answer.citations[0].quote")).isEqualTo(ANSWER);
        assertThat(found.getString("answer.question")).isEqualTo(QUESTION);
        assertThat(found.getDouble("answer.similarity")).isBetween(0.75, 1.0);
        assertThat(found.getList("passages")).hasSize(1);
        assertThat(RestAssured.get(metrics).asString()).contains("semantic_answers_total{outcome=\"hit\"}");
    }

    @Test
    void givesNoneToASimilarQuestionOfAnotherMeaningAndCountsTheReason() {
        answer(asker(), "Can I return a laptop after 30 days?", ANSWER);

        assertThat(known(asker(), "Can I return a laptop after 60 days?")).isNull();
        assertThat(RestAssured.get(metrics).asString()).contains("semantic_answers_refused_total{reason=\"numbers\"}");
    }

    @Test
    void givesNoneInALanguageThatItDoesNotKnow() {
        String german = "Wie lange kann ich einen Laptop nach dem Kauf umtauschen?";
        answer(asker(), german, ANSWER);

        assertThat(known(asker(), german)).isNull();
    }

    @Test
    void givesNoneWhereTheSearchDoesNotWantOneOrMayNotHaveIt() {
        answer(asker(), QUESTION, ANSWER);

        assertThat(asks(asker(), Map.of("query", QUESTION)).<Object>get("answer"))
                .isNull();
        assertThat(asks(reader(), Map.of("query", QUESTION, "answer", KIND)).<Object>get("answer"))
                .isNull();
    }

    @Test
    void givesNoneThatWasMadeInAnotherWayOrForOtherReadersOrFilters() {
        answer(asker(), QUESTION, ANSWER);

        assertThat(known(as("key:" + Ids.next(), "staff"), QUESTION)).isNull();
        for (Map<String, ?> other : List.of(
                Map.of("answer", Map.of("prompt_version", "answer-v2", "model_choice", "extractive")),
                Map.of("answer", Map.of("prompt_version", "answer-v1", "model_choice", "large")),
                Map.of("answer", KIND, "top_k", 5),
                Map.of("answer", KIND, "filters", Map.of("lang", "en")))) {
            Map<String, Object> request = new HashMap<>(other);
            request.put("query", QUESTION);
            assertThat(asks(asker(), request).<Object>get("answer"))
                    .as(other.toString())
                    .isNull();
        }
        String stranger = TestTokens.bearer(Ids.next(), Scope.CHAT);
        assertThat(known(stranger, QUESTION)).isNull();
    }

    @Test
    void givesWhatAVisitorAskedToNobodyElse() {
        answer(as("visitor:mallory"), QUESTION, "Send your card to me.");

        assertThat(known(as("visitor:anna"), QUESTION)).isNull();
        assertThat(known(asker(), QUESTION)).isNull();
        assertThat(known(as("visitor:mallory"), QUESTION)).isNotNull();
    }

    @Test
    void givesWhatAVisitorAskedToOthersWhereTheTenantAllowsIt() {
        String visitor = as("visitor:" + Ids.next());
        Map<String, Object> offer = offerFor(asks(visitor, QUESTION), QUESTION, ANSWER);
        offer.put("shared", true);

        offers(visitor, offer).statusCode(200);

        assertThat(known(as("visitor:anna"), QUESTION)).isEqualTo(ANSWER);
    }

    @Test
    void givesWhatTheTenantsOwnAskedToVisitors() {
        answer(as("user:" + Ids.next()), QUESTION, ANSWER);

        assertThat(known(as("visitor:anna"), QUESTION)).isEqualTo(ANSWER);
    }

    @Test
    void keepsNoneThatWasSearchedBeforeTheKnowledgeChanged() {
        var found = asks(asker(), QUESTION);
        index(Ids.next(), 1, "Parking", "Park behind the house.");

        assertThat(reason(offers(asker(), offerFor(found, QUESTION, ANSWER)))).isEqualTo("knowledge_changed");
        assertThat(known(asker(), QUESTION)).isNull();
    }

    @Test
    void keepsNoneOfChunksThatTheCallerDoesNotSee() {
        index(writer(), Ids.next(), 1, Map.of("title", "Internal", "acl", List.of("staff")), "Laptops: 90 days.");
        String staff = as("user:" + Ids.next(), "staff");
        var found = asks(staff, QUESTION);

        assertThat(found.getList("passages")).hasSize(2);
        assertThat(reason(offers(asker(), offerFor(found, QUESTION, ANSWER)))).isEqualTo("chunk_not_visible");
    }

    @Test
    void keepsAnOfferThatComesAgainOnce() {
        Map<String, Object> offer = answer(asker(), QUESTION, ANSWER);

        offers(asker(), offer).statusCode(200);

        assertThat(asks(asker(), IN_OTHER_WORDS).getString("answer.answer.id")).isEqualTo(id(offer));
    }

    @Test
    void forgetsTheAnswerWithItsDocumentAndKeepsThoseOfOthers() {
        answer(asker(), QUESTION, ANSWER);
        index(Ids.next(), 1, "Parking", "You can park your car behind the store, free of charge.");
        String parking = "Where can I park my car?";
        var found = asks(asker(), Map.of("query", parking, "answer", KIND, "top_k", 8));
        Map<String, Object> offer = offerFor(found, parking, "Behind the store. [1]");
        offer.put("chunk_ids", List.of(found.getString("passages[0].chunk_id")));
        offer.put("reach", found.getDouble("passages[0].similarity"));
        offers(asker(), offer).statusCode(200);

        remove(writer(), document, 2).statusCode(200);

        assertThat(known(asker(), QUESTION)).isNull();
        assertThat(known(asker(), parking)).isEqualTo("Behind the store. [1]");
    }

    @Test
    void refusesOffersThatAreNone() {
        Map<String, Object> offer = offerFor(asks(asker(), QUESTION), QUESTION, ANSWER);
        for (var spoilt : Map.of(
                        "question", " ", "chunk_ids", List.of(), "reach", 7, "kind", Map.of("prompt_version", "v1"))
                .entrySet()) {
            Map<String, Object> other = new HashMap<>(offer);
            other.put(spoilt.getKey(), spoilt.getValue());
            isProblem(offers(asker(), other), 400, "invalid-field");
        }
        isProblem(offers(reader(), offer), 403, "forbidden");
    }

    private static Object id(Map<String, Object> offer) {
        return String.valueOf(requireNonNull((Map<?, ?>) offer.get("answer")).get("id"));
    }
}
