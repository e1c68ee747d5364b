package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What tests over HTTP do again and again: stage, publish, remove and search, each in a tenant of its own. */
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "retrieval"))
@WithTestResource(RedisResource.class)
@WithTestResource(AuthServerResource.class)
abstract class ServiceTest {
    final UUID tenant = Ids.next();
    final UUID document = Ids.next();

    String writer() {
        return TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE);
    }

    String reader(String... labels) {
        return TestTokens.bearer(tenant, List.of(labels), Scope.SEARCH);
    }

    /** Stages and publishes a document of these texts, in the test's tenant, and gives its new knowledge version. */
    long index(UUID id, long version, String title, String... texts) {
        return index(writer(), id, version, Map.of("title", title), texts);
    }

    long index(String writer, UUID id, long version, Map<String, ?> publication, String... texts) {
        stage(writer, id, version, batch(String.valueOf(publication.get("title")), texts))
                .statusCode(204);
        return publish(writer, id, version, publication(publication, texts.length))
                .statusCode(200)
                .body("chunks", equalTo(texts.length))
                .extract()
                .jsonPath()
                .getLong("knowledge_version");
    }

    static ValidatableResponse stage(String token, UUID id, long version, Object batch) {
        return post(token, "/documents/" + id + "/versions/" + version + "/chunks", batch);
    }

    static ValidatableResponse publish(String token, UUID id, long version, Object publication) {
        return post(token, "/documents/" + id + "/versions/" + version + "/publication", publication);
    }

    static ValidatableResponse remove(String token, UUID id, long version) {
        return given().header("Authorization", token)
                .queryParam("version", version)
                .delete("/internal/v1/documents/" + id)
                .then();
    }

    static ValidatableResponse search(String token, String query) {
        return search(token, Map.of("query", query));
    }

    static ValidatableResponse search(String token, Map<String, ?> request) {
        return post(token, "/search", request);
    }

    /** The texts that a search finds, best first. */
    static List<String> texts(ValidatableResponse found) {
        return found.statusCode(200).extract().jsonPath().getList("passages.text", String.class);
    }

    static ValidatableResponse post(String token, String path, Object body) {
        return given().header("Authorization", token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/v1" + path)
                .then();
    }

    static Map<String, Object> batch(String title, String... texts) {
        return Map.of(
                "title",
                title,
                "language",
                "en",
                "chunks",
                IntStream.range(0, texts.length)
                        .mapToObj(i -> chunk(i, texts[i]))
                        .toList());
    }

    static Map<String, Object> chunk(int position, String text) {
        return Map.of("position", position, "text", text, "heading_path", List.of());
    }

    /** A publication with what is not given left empty. */
    static Map<String, Object> publication(Map<String, ?> given, int chunks) {
        Map<String, Object> publication = new HashMap<>(Map.of("acl", List.of(), "metadata", Map.of()));
        publication.putAll(given);
        publication.put("chunks", chunks);
        return publication;
    }

    static ValidatableResponse isProblem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
    }
}
