package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SetbackTest extends ServiceTest {
    @Test
    void failsWithAReasonAndADeadLetterOverACorruptFile() {
        byte[] corrupt = "%PDF-1.7\nthis is where it ends".getBytes(StandardCharsets.US_ASCII);
        try (var kafka = follow(Topics.DOCUMENTS_DEAD)) {
            String id = caller().multiPart("file", "broken.pdf", corrupt, "application/pdf")
                    .post(DOCUMENTS)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            String reason = awaitState(id, "failed").extract().path("reason");

            assertThat(reason).startsWith("corrupt: ");
            var letter = kafka.value(
                    kafka.await(event -> id.equals(event.path("document_id").asText())));
            assertThat(letter.path("reason").asText()).isEqualTo(reason);
            assertThat(letter.path("stage").asText()).isEqualTo("parsing");
            assertThat(letter.path("attempts").asInt()).isEqualTo(1);
            assertThat(letter.path("original").asText()).isEqualTo("document:" + id + "/1");
        }
    }

    @Test
    void waitsForAnIndexThatAsksForPatienceHoweverOften() {
        retrieval.stubFor(post(urlPathMatching(".*/publication"))
                .inScenario(tenant.toString())
                .withRequestBody(matchingJsonPath("$.title", equalTo("patient")))
                .willReturn(aResponse().withStatus(503)));

        String id = submitted("patient", "Wait for it.");
        awaitRequests(7, version(id, 1) + "/publication");
        get(id).body("state", is("indexing"));
        retrieval.stubFor(post(urlPathEqualTo(version(id, 1) + "/publication"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"knowledge_version\": 1, \"chunks\": 1}")));

        awaitState(id, "indexed");
    }

    @Test
    void failsAfterFiveAttemptsWhereTheIndexFailsEachTime() {
        retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("hopeless")))
                .willReturn(aResponse().withStatus(500)));

        String id = submitted("hopeless", "It will not be.");

        awaitState(id, "failed").body("reason", is("index_failed: the index failed with the document, each time"));
        retrieval.verify(5, postRequestedFor(urlPathEqualTo(version(id, 1) + "/chunks")));
    }

    @Test
    void takesTheSameContentInAnewAfterAFailureThatMayHavePassed() {
        var failing = retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("second chance")))
                .willReturn(aResponse().withStatus(500)));
        String id = submitted("second chance", "Try me again.");
        awaitState(id, "failed");
        retrieval.removeStub(failing);

        submit(Map.of("external_id", "second chance", "text", "Try me again.")).body("version", is(2));

        awaitVersion(id, 2, "indexed");
    }

    @Test
    void failsAtOnceWhereTheIndexRefusesTheDocument() {
        retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("refused")))
                .willReturn(aResponse().withStatus(400)));

        String id = submitted("refused", "Not with us.");

        awaitState(id, "failed").body("reason", is("index_refused: the index does not accept the document"));
        retrieval.verify(1, postRequestedFor(urlPathEqualTo(version(id, 1) + "/chunks")));
    }

    private void awaitRequests(int atLeast, String path) {
        Awaitility.await()
                .until(() -> retrieval
                                .findAll(postRequestedFor(urlPathEqualTo(path)))
                                .size()
                        >= atLeast);
    }

    private static String version(String id, int version) {
        return "%s/%s/versions/%d".formatted(DOCUMENTS, id, version);
    }
}
