package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tests of known answers do again and again: offer one, and ask for one. */
abstract class AnswersTest extends ServiceTest {
    static final Map<String, String> KIND = Map.of("prompt_version", "answer-v1", "model_choice", "extractive");

    String asker() {
        return as("key:" + Ids.next());
    }

    String as(String subject, String... labels) {
        return "Bearer "
                + TestTokens.sign(
                        TestTokens.claims(tenant, List.of(labels), Scope.CHAT).subject(subject));
    }

    /** Searches as generation-service does, and offers an answer made of all that was found; gives the offer. */
    Map<String, Object> answer(String token, String question, String text) {
        Map<String, Object> offer = offerFor(asks(token, question), question, text);
        assertThat(offers(token, offer).statusCode(200).extract().jsonPath().getBoolean("stored"))
                .isTrue();
        return offer;
    }

    static JsonPath asks(String token, String question) {
        return asks(token, Map.of("query", question, "answer", KIND));
    }

    static JsonPath asks(String token, Map<String, ?> request) {
        return search(token, request).statusCode(200).extract().jsonPath();
    }

    static Map<String, Object> offerFor(JsonPath found, String question, String text) {
        List<String> chunks = found.getList("passages.chunk_id", String.class);
        double reach = found.getList("passages.similarity", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
        return new HashMap<>(Map.of(
                "question",
                question,
                "top_k",
                8,
                "filters",
                Map.of(),
                "kind",
                KIND,
                "knowledge_version",
                found.getLong("knowledge_version"),
                "chunk_ids",
                chunks,
                "reach",
                reach,
                "answer",
                given(text)));
    }

    static ValidatableResponse offers(String token, Map<String, ?> offer) {
        return post(token, "/answers", offer);
    }

    static @Nullable String reason(ValidatableResponse reply) {
        return reply.statusCode(200).extract().jsonPath().getString("reason");
    }

    /** The text that stands for an answer to this question; null where none does. */
    static @Nullable String known(String token, String question) {
        return asks(token, question).getString("answer.answer.answer");
    }

    private static Map<String, Object> given(String text) {
        var citation = Map.of("n", 1, "document_id", Ids.next(), "title", "Help", "quote", text);
        return Map.of(
                "id",
                Ids.next(),
                "answer",
                text,
                "outcome",
                "answered",
                "citations",
                List.of(citation),
                "confidence",
                0.9,
                "cache",
                "miss",
                "model",
                "extractive",
                "conversation_id",
                UUID.randomUUID(),
                "usage",
                Map.of("prompt_tokens", 0, "completion_tokens", 0, "cost", Map.of("micros", 0, "currency", "USD")));
    }
}
