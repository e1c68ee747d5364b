package io.frontdesk.retrieval;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbeddingsTest extends ServiceTest {
    @Test
    void givesTheVectorsOfQuestionsInTheirOrder() {
        embed(reader(), List.of("How long is the warranty?", "Where is my parcel?"))
                .statusCode(200)
                .body("model", equalTo("bge-small-en-v1.5-q"))
                .body("data.index", contains(0, 1))
                .body("data[0].embedding", hasSize(384))
                .body("data[1].embedding", hasSize(384));
    }

    @Test
    void refusesMoreTextsThanItWouldEmbedInUsefulTime() {
        embed(reader(), Collections.nCopies(65, "text"))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo("input"));
    }

    @Test
    void refusesATextThatIsTooLong() {
        embed(reader(), List.of("fine", "x".repeat(4_001))).statusCode(400).body("field", equalTo("input[1]"));
    }

    @Test
    void isForThoseWhoMaySearch() {
        embed(writer(), List.of("text")).statusCode(403);
    }

    private static ValidatableResponse embed(String token, List<String> input) {
        return post(token, "/embeddings", Map.of("input", input));
    }
}
