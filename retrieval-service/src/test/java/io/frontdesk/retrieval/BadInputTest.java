package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.index.ChunkBatch;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.testing.LargeBody;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends ServiceTest {
    @Test
    void refusesABatchThatIsTooLarge() {
        String[] texts = Collections.nCopies(ChunkBatch.MAX_CHUNKS + 1, "Text.").toArray(String[]::new);

        isInvalid(stage(writer(), document, 1, batch("Title", texts)), "chunks");
    }

    @Test
    void refusesABatchWithoutChunks() {
        isInvalid(stage(writer(), document, 1, batch("Title")), "chunks");
    }

    @Test
    void refusesAnEmptyText() {
        isInvalid(stage(writer(), document, 1, batch("Title", "Text.", "  \n")), "text");
    }

    @Test
    void refusesATextThatIsTooLong() {
        isInvalid(stage(writer(), document, 1, batch("Title", "x".repeat(ChunkBatch.MAX_TEXT_CHARS + 1))), "text");
    }

    @Test
    void refusesABatchWithoutATitle() {
        isInvalid(stage(writer(), document, 1, Map.of("chunks", List.of(chunk(0, "Text.")))), "title");
    }

    @Test
    void refusesAPublicationWithoutATitle() {
        isInvalid(publish(writer(), document, 1, publication(Map.of(), 1)), "title");
    }

    @Test
    void refusesAPublicationOfNothing() {
        isInvalid(publish(writer(), document, 1, publication(Map.of("title", "Title"), 0)), "chunks");
    }

    @Test
    void refusesAPublicationOfWhatWasNeverStaged() {
        isProblem(publish(writer(), document, 1, publication(Map.of("title", "Title"), 3)), 409, "conflict")
                .body("reason", equalTo("incomplete"));
    }

    @Test
    void refusesAVersionBelowOne() {
        isInvalid(stage(writer(), document, 0, batch("Title", "Text.")), "version");
        isInvalid(remove(writer(), document, -1), "version");
    }

    @Test
    void refusesARemovalWithoutAVersion() {
        isInvalid(
                given().header("Authorization", writer())
                        .delete("/internal/v1/documents/" + document)
                        .then(),
                "version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents/42/versions/1/chunks",
                "/documents/0190c8f0-0000-7000-8000-000000000000/versions/one/chunks"
            })
    void knowsNoDocumentByAMalformedId(String path) {
        isProblem(post(writer(), path, batch("Title", "Text.")), 404, "not-found");
    }

    @Test
    void refusesWhatPostgresqlCannotStore() {
        isProblem(stage(writer(), document, 1, batch("Title", "a\0b")), 400, "malformed-request")
                .body("detail", containsString("U+0000"));
        isProblem(search(reader(), "a\0b"), 400, "malformed-request");
        isProblem(search(reader(), Map.of("query", "a", "filters", Map.of("k", "\0"))), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"title\":",
                "{} {}",
                "{\"title\":\"t\",\"chunks\":[null]}",
                "{\"title\":\"t\",\"chunks\":null}",
                "{\"title\":\"t\",\"chunks\":[{\"position\":\"x\"}]}"
            })
    void refusesABodyThatIsNoBatch(String body) {
        given().header("Authorization", writer())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1/documents/" + document + "/versions/1/chunks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void refusesAnotherContentType() {
        isProblem(
                given().header("Authorization", reader())
                        .contentType(ContentType.TEXT)
                        .body("laptop")
                        .post("/internal/v1/search")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var search = URI.create("http://localhost:" + RestAssured.port + "/internal/v1/search");

        assertThat(LargeBody.post(search, reader(), 16 * 1024 * 1024 + 1).statusCode())
                .isEqualTo(413);
    }

    @Test
    void refusesAQuestionThatIsEmptyOrTooLong() {
        isInvalid(search(reader(), " "), "query");
        isInvalid(search(reader(), "x".repeat(SearchRequest.MAX_QUERY_CHARS + 1)), "query");
        isInvalid(search(reader(), new HashMap<>()), "query");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void refusesANumberOfPassagesOutOfBounds(int topK) {
        isInvalid(search(reader(), Map.of("query", "laptop", "top_k", topK)), "top_k");
    }

    @Test
    void refusesACallerWithoutTheScope() {
        isProblem(search(writer(), "laptop"), 403, "forbidden");
        isProblem(stage(reader(), document, 1, batch("Title", "Text.")), 403, "forbidden");
        isProblem(publish(reader(), document, 1, publication(Map.of("title", "Title"), 1)), 403, "forbidden");
        isProblem(remove(reader(), document, 1), 403, "forbidden");
    }

    @Test
    void refusesACallerWithoutAValidToken() {
        isProblem(
                given().contentType(ContentType.JSON)
                        .body(Map.of("query", "laptop"))
                        .post("/internal/v1/search")
                        .then(),
                401,
                "unauthenticated");
        isProblem(search("Bearer nonsense", "laptop"), 401, "unauthenticated");
        String expired = "Bearer "
                + TestTokens.sign(
                        TestTokens.claims(tenant, List.of(), Scope.SEARCH).expiresAt(1));
        isProblem(search(expired, "laptop"), 401, "unauthenticated");
    }

    private static ValidatableResponse isInvalid(ValidatableResponse response, String field) {
        return isProblem(response, 400, "invalid-field").body("field", equalTo(field));
    }
}
