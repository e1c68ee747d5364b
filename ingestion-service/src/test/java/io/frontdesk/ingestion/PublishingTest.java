package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Topics;
import io.frontdesk.testing.ToldEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishingTest extends ServiceTest {
    private static final String MARKDOWN =
            "# Returns\n\nYou may return a laptop within 30 days.\n\n## Refunds\n\nMoney comes back in 5 days.\n";

    @Test
    void takesTextInAndPublishesItsChunks() {
        String id = submit(Map.of(
                        "external_id",
                        "returns.md",
                        "text",
                        MARKDOWN,
                        "content_type",
                        "text/markdown",
                        "url",
                        "https://shop.example/returns",
                        "acl",
                        List.of("staff"),
                        "metadata",
                        Map.of("lang", "en")))
                .statusCode(202)
                .body("state", is("received"), "version", is(1))
                .extract()
                .path("id");

        awaitState(id, "indexed")
                .body("title", is("Returns"))
                .body("external_id", is("returns.md"))
                .body("content_type", is("text/markdown"))
                .body("url", is("https://shop.example/returns"))
                .body("chunks", is(2))
                .body("size_bytes", is(MARKDOWN.length()))
                .body("acl", is(List.of("staff")))
                .body("metadata.lang", is("en"));
        retrieval.verify(
                1,
                postRequestedFor(urlPathEqualTo(version(id, 1) + "/chunks"))
                        .withRequestBody(matchingJsonPath("$.title", equalTo("Returns")))
                        .withRequestBody(matchingJsonPath(
                                "$.chunks[0].text", equalTo("You may return a laptop within 30 days.")))
                        .withRequestBody(matchingJsonPath("$.chunks[1].heading_path[1]", equalTo("Refunds"))));
        retrieval.verify(
                1,
                postRequestedFor(urlPathEqualTo(version(id, 1) + "/publication"))
                        .withRequestBody(matchingJsonPath("$.chunks", equalTo("2")))
                        .withRequestBody(matchingJsonPath("$.url", equalTo("https://shop.example/returns")))
                        .withRequestBody(matchingJsonPath("$.acl[0]", equalTo("staff"))));
    }

    @Test
    void publishesWhatADocumentSaysInTwoLanguagesInEach() {
        String text = """
                # Returns

                You can return a laptop within 30 days of delivery, if you have not used it and still have its box.

                # Rückgabe

                Sie können einen Laptop innerhalb von 30 Tagen nach der Lieferung zurückgeben, wenn er unbenutzt ist.
                """;

        String id = submit(Map.of("external_id", "both", "content_type", "text/markdown", "text", text))
                .statusCode(202)
                .extract()
                .path("id");

        awaitState(id, "indexed");
        var english = matchingJsonPath("$[?(@.language == 'en' && @.chunks[0].position == 0)]");
        var german = matchingJsonPath("$[?(@.language == 'de' && @.chunks[0].position == 1)]");
        retrieval.verify(
                1, postRequestedFor(urlPathEqualTo(version(id, 1) + "/chunks")).withRequestBody(english));
        retrieval.verify(
                1, postRequestedFor(urlPathEqualTo(version(id, 1) + "/chunks")).withRequestBody(german));
    }

    @Test
    void tellsEveryStepInOrder() {
        try (var kafka = follow(Topics.DOCUMENTS_EVENTS)) {
            String id = submitted("steps", "One sentence.");

            kafka.await(event -> id.equals(event.path("document_id").asText())
                    && "indexed".equals(event.path("state").asText()));

            var told = kafka.all(event -> id.equals(event.path("document_id").asText()));
            assertThat(told)
                    .extracting(event -> kafka.value(event).path("state").asText())
                    .containsExactly("received", "parsing", "chunked", "indexing", "indexed");
            assertThat(told).allSatisfy(event -> {
                assertThat(event.key()).isEqualTo(tenant + "/" + id);
                assertThat(ToldEvents.header(event, Headers.CE_TENANT_ID)).isEqualTo(tenant.toString());
                assertThat(ToldEvents.header(event, Headers.CE_TYPE)).startsWith("io.frontdesk.document.");
            });
        }
    }

    @Test
    void doesNotMakeANewVersionOfTheSameContent() {
        String id = submitted("same", "The same text.");
        awaitState(id, "indexed");

        submit(Map.of("external_id", "same", "text", "The same text."))
                .statusCode(202)
                .body("id", is(id), "version", is(1), "state", is("indexed"));
    }

    @Test
    void raisesTheVersionOfADocumentThatIsReplaced() {
        String id = submitted("changing", "The old text.");
        awaitState(id, "indexed");

        submit(Map.of("external_id", "changing", "text", "The new text."))
                .statusCode(202)
                .body("id", is(id), "version", is(2));

        awaitVersion(id, 2, "indexed");
        retrieval.verify(1, postRequestedFor(urlPathEqualTo(version(id, 2) + "/publication")));
        assertThat(listed()).containsExactly("changing");
    }

    @Test
    void takesAFileInAsItWasUploaded() {
        String id = caller().multiPart("file", "returns.md", MARKDOWN.getBytes(StandardCharsets.UTF_8), "text/markdown")
                .multiPart("metadata", "{\"product\": \"laptop\"}")
                .multiPart("acl", "[\"staff\"]")
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .body("version", is(1))
                .extract()
                .path("id");

        awaitState(id, "indexed")
                .body("title", is("Returns"))
                .body("external_id", is(id))
                .body("metadata.product", is("laptop"))
                .body("acl", is(List.of("staff")));
    }

    @Test
    void makesADocumentOfEachFile() {
        List<String> ids = caller().multiPart(
                        "file", "one.txt", "First.".getBytes(StandardCharsets.UTF_8), "text/plain")
                .multiPart("file", "two.txt", "Second.".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("data.id");

        assertThat(ids).hasSize(2);
        awaitState(ids.get(0), "indexed").body("title", is("one.txt"));
        awaitState(ids.get(1), "indexed").body("title", is("two.txt"));
    }

    private static String version(String id, int version) {
        return "%s/%s/versions/%d".formatted(DOCUMENTS, id, version);
    }
}
