package io.frontdesk.ingestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadRequestTest extends ServiceTest {
    private static final byte[] TEXT = "Some text.".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @MethodSource("refusedDocuments")
    void namesTheFieldThatIsRefused(Map<String, Object> document, String field) {
        problem(submit(document), 400, "invalid-field").body("field", equalTo(field));

        assertThat(listed()).isEmpty();
    }

    private static Stream<Arguments> refusedDocuments() {
        return Stream.of(
                Arguments.of(Map.of("title", "No content"), "text"),
                Arguments.of(Map.of("text", ""), "text"),
                Arguments.of(Map.of("content_base64", ""), "content_base64"),
                Arguments.of(Map.of("content_base64", "not base64!"), "content_base64"),
                Arguments.of(Map.of("text", "a", "content_base64", "YQ=="), "content_base64"),
                Arguments.of(Map.of("text", "a", "external_id", " "), "external_id"),
                Arguments.of(Map.of("text", "a", "url", "javascript:alert(1)"), "url"),
                Arguments.of(Map.of("text", "a", "priority", "urgent"), "priority"),
                Arguments.of(Map.of("text", "a", "title", "null \0 character"), "title"),
                Arguments.of(Map.of("text", "a", "metadata", Map.of("k", "\0")), "metadata"),
                Arguments.of(Map.of("text", "a", "url", "https://x/" + "y".repeat(2_048)), "url"),
                Arguments.of(Map.of("text", "a", "metadata", Map.of("k", "v".repeat(16_384))), "metadata"),
                Arguments.of(Map.of("text", "a", "acl", "staff"), "acl"));
    }

    @Test
    void refusesWhatIsNoJson() {
        problem(
                caller().contentType(ContentType.JSON)
                        .body("{\"text\": ")
                        .post(DOCUMENTS)
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    void refusesARequestWithoutABody() {
        problem(caller().contentType(ContentType.JSON).post(DOCUMENTS).then(), 400, "malformed-request");
        problem(
                caller().contentType(ContentType.JSON)
                        .body("null")
                        .post(DOCUMENTS)
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    void refusesAnotherContentType() {
        problem(caller().contentType("text/csv").body("a,b").post(DOCUMENTS).then(), 415, "unsupported-media-type");
    }

    @Test
    void refusesAnEmptyFileAndStoresNoneOfTheOthers() {
        problem(
                        caller().multiPart("file", "full.txt", TEXT, "text/plain")
                                .multiPart("file", "empty.txt", new byte[0], "text/plain")
                                .post(DOCUMENTS)
                                .then(),
                        400,
                        "invalid-field")
                .body("detail", containsString("empty.txt"));

        assertThat(listed()).isEmpty();
    }

    @Test
    void refusesAnUploadWithoutAFile() {
        problem(caller().multiPart("title", "Alone").post(DOCUMENTS).then(), 400, "invalid-field")
                .body("field", equalTo("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--x--\r\n", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf a"})
    void refusesAnUploadThatEndsTooEarly(String body) {
        caller().header("Content-Type", "multipart/form-data; boundary=x")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(DOCUMENTS)
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesOneIdForSeveralFiles() {
        problem(
                        caller().multiPart("file", "a.txt", TEXT, "text/plain")
                                .multiPart("file", "b.txt", TEXT, "text/plain")
                                .multiPart("external_id", "both")
                                .post(DOCUMENTS)
                                .then(),
                        400,
                        "invalid-field")
                .body("field", equalTo("external_id"));
    }

    @Test
    void refusesMetadataThatIsNoObject() {
        problem(
                        caller().multiPart("file", "a.txt", TEXT, "text/plain")
                                .multiPart("metadata", "[1]")
                                .post(DOCUMENTS)
                                .then(),
                        400,
                        "invalid-field")
                .body("field", equalTo("metadata"));
    }

    @Test
    void refusesADocumentThatIsTooLarge() {
        problem(submit(Map.of("text", "x".repeat(1_048_577))), 413, "payload-too-large");
        problem(
                caller().multiPart("file", "large.txt", new byte[1_048_577], "text/plain")
                        .post(DOCUMENTS)
                        .then(),
                413,
                "payload-too-large");
    }

    @Test
    void knowsNoDocumentByAnUnknownIdOrByWhatIsNoId() {
        String unknown = Ids.next().toString();

        problem(get(unknown), 404, "not-found");
        problem(caller().delete(DOCUMENTS + "/" + unknown).then(), 404, "not-found");
        problem(get("no-uuid"), 404, "not-found");
    }

    @Test
    void knowsNoDocumentOfAnotherTenant() {
        String id = submitted("mine", "The canary sings.");
        awaitState(id, "indexed");
        var stranger = Ids.next();

        problem(as(stranger).get(DOCUMENTS + "/" + id).then(), 404, "not-found");
        problem(as(stranger).delete(DOCUMENTS + "/" + id).then(), 404, "not-found");
        as(stranger).get(DOCUMENTS).then().statusCode(200).body("data", equalTo(List.of()));

        get(id).statusCode(200).body("state", equalTo("indexed"), "version", equalTo(1));
    }

    @Test
    void pagesThroughDocumentsTheNewestFirst() {
        for (int n = 1; n <= 5; n++) {
            submitted("document " + n, "Text " + n);
        }

        var first = page(2, null).extract();
        var second = page(2, first.path("next_cursor")).extract();
        var third = page(2, second.path("next_cursor"));

        assertThat(first.<List<String>>path("data.external_id")).containsExactly("document 5", "document 4");
        assertThat(second.<List<String>>path("data.external_id")).containsExactly("document 3", "document 2");
        third.body("data.external_id", equalTo(List.of("document 1"))).body("next_cursor", nullValue());
    }

    @Test
    void refusesACursorAndALimitThatAreNone() {
        problem(page(2, "not-a-cursor"), 400, "invalid-field").body("field", equalTo("cursor"));
        problem(page(0, null), 400, "invalid-field").body("field", equalTo("limit"));
        problem(page(201, null), 400, "invalid-field").body("field", equalTo("limit"));
    }

    @Test
    void letsNobodyInWithoutACredentialOrScope() {
        problem(given().get(DOCUMENTS).then(), 401, "unauthenticated");
        problem(given().auth().oauth2("rubbish").get(DOCUMENTS).then(), 401, "unauthenticated");
        problem(
                given().header("Authorization", TestTokens.bearer(tenant, Scope.DOCUMENTS_READ))
                        .contentType(ContentType.JSON)
                        .body(Map.of("text", "a"))
                        .post(DOCUMENTS)
                        .then(),
                403,
                "forbidden");
    }

    private ValidatableResponse page(int limit, @Nullable String cursor) {
        var request = caller().queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(DOCUMENTS)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status));
    }
}
