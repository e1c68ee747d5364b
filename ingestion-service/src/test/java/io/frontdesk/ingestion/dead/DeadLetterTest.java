package io.frontdesk.ingestion.dead;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.ingestion.ServiceTest;
import io.frontdesk.testing.CapturedLog;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that failed. */
@QuarkusTest
class DeadLetterTest extends ServiceTest {
    private static final String LETTERS = "/internal/v1/dead-letters";
    private static final String ALL_LETTERS = "/internal/v1/admin/dead-letters";
    private static final byte[] CORRUPT = "%PDF-1.7\nthis is where it ends".getBytes(StandardCharsets.US_ASCII);

    @SuppressWarnings("NullAway.Init") // Set by Quarkus.
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void keepsAFailedDocumentWithReasonStageAttemptsAndOriginal() {
        String document = corrupt("broken.pdf");

        String letter = onlyLetter();

        caller().get(LETTERS + "/" + letter)
                .then()
                .statusCode(200)
                .body("tenant_id", is(tenant.toString()))
                .body("document_id", is(document))
                .body("version", is(1))
                .body("stage", is("parsing"))
                .body("code", is("corrupt"))
                .body("reason", startsWith("corrupt: "))
                .body("attempts", is(1))
                .body("original", is("document:" + document + "/1"))
                .body("kept_until", notNullValue())
                .body("original_kept", is(true))
                .body("overtaken", is(false));
        byte[] original = caller().get(LETTERS + "/" + letter + "/original")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", startsWith("attachment"))
                .extract()
                .asByteArray();
        assertThat(original).isEqualTo(CORRUPT);
    }

    @Test
    void listsByReasonAndStageInPages() {
        corrupt("one.pdf");
        corrupt("two.pdf");
        var failing = failing("hopeless");
        awaitState(submitted("hopeless", "It will not be."), "failed");
        retrieval.removeStub(failing);

        letters("reason=corrupt").body("data.code", is(List.of("corrupt", "corrupt")));
        letters("stage=indexing").body("data.code", is(List.of("index_failed")));
        letters("stage=indexing&reason=corrupt").body("data", empty());
        letters("").body("data.original_kept", is(Arrays.asList(null, null, null)));
        String cursor = letters("limit=2").body("data.size()", is(2)).extract().path("next_cursor");
        letters("limit=2&cursor=" + cursor).body("data.size()", is(1)).body("next_cursor", nullValue());
    }

    @Test
    void replaysADocumentOnceHoweverManyAskAtOnce() {
        var failing = failing("second chance");
        String document = submitted("second chance", "Try me again.");
        awaitState(document, "failed");
        retrieval.removeStub(failing);
        String letter = onlyLetter();

        List<CompletableFuture<String>> asked = IntStream.range(0, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> replay(letter).extract().response().asString()))
                .toList();

        assertThat(asked.stream().map(CompletableFuture::join))
                .filteredOn(answer -> answer.contains("\"replayed\""))
                .hasSize(1);
        awaitVersion(document, 1, "indexed");
        letters("").body("data", empty());
        replay(letter).statusCode(404);
    }

    @Test
    void keepsWhatFailsAgain() {
        corrupt("broken.pdf");
        String before = onlyLetter();

        replay(before)
                .statusCode(200)
                .body("outcome", is("replayed"))
                .body("original_kept", is(true))
                .body("reason", nullValue());

        String after = Awaitility.await()
                .until(() -> letters("").extract().<String>path("data[0]?.id"), id -> id != null && !id.equals(before));
        caller().get(LETTERS + "/" + after)
                .then()
                .body("attempts", is(1))
                .body("version", is(1))
                .body("code", is("corrupt"));
    }

    @Test
    void saysWhatAReplayWouldDoAndDoesNothing() {
        String document = corrupt("broken.pdf");
        String letter = onlyLetter();

        replay(Map.of("dry_run", true))
                .statusCode(200)
                .body("dry_run", is(true))
                .body("matched", is(1))
                .body("replayed", is(1))
                .body("remaining", is(0))
                .body("letters[0].id", is(letter))
                .body("letters[0].outcome", is("ready"))
                .body("letters[0].original_kept", is(true))
                .body("letters[0].overtaken", is(false));

        get(document).body("state", is("failed"));
        assertThat(onlyLetter()).isEqualTo(letter);
    }

    @Test
    void replaysByReasonSoManyAtATime() {
        var failing = failing("some");
        List<String> documents = List.of(indexless("a"), indexless("b"), indexless("c"));
        documents.forEach(document -> awaitState(document, "failed"));
        String corrupt = corrupt("broken.pdf");
        retrieval.removeStub(failing);
        Map<String, Object> meant = Map.of("reason", "index_failed", "stage", "indexing", "limit", 2);

        try (var log = CapturedLog.begin()) {
            replay(meant)
                    .statusCode(200)
                    .body("matched", is(3))
                    .body("replayed", is(2))
                    .body("remaining", is(1));
            assertThat(log.lines()).anyMatch(line -> line.contains("replayed by test-caller"));
        }
        replay(meant).body("matched", is(1)).body("replayed", is(1)).body("remaining", is(0));

        documents.forEach(document -> awaitState(document, "indexed"));
        get(corrupt).body("state", is("failed"));
    }

    @Test
    void letsGoOfALetterWhenALaterVersionSucceeds() {
        var failing = failing("later");
        String document = submitted("later", "First.");
        awaitState(document, "failed");
        retrieval.removeStub(failing);

        submit(Map.of("external_id", "later", "text", "Second.")).body("version", is(2));

        awaitVersion(document, 2, "indexed");
        letters("").body("data", empty());
    }

    @Test
    void letsGoOfALetterWhenTheDocumentIsDeleted() {
        String document = corrupt("broken.pdf");

        caller().delete(DOCUMENTS + "/" + document).then().statusCode(204);

        letters("").body("data", empty());
    }

    @Test
    void bringsNoVersionBackThatWasOvertaken() {
        String document = corrupt("overtaken");
        String letter = onlyLetter();
        retrieval.stubFor(post(urlPathMatching(".*/documents/" + document + "/versions/2/publication"))
                .willReturn(aResponse().withStatus(503)));
        submit(Map.of("external_id", "overtaken", "text", "Newer.")).body("version", is(2));
        awaitVersion(document, 2, "indexing");

        caller().get(LETTERS + "/" + letter).then().body("overtaken", is(true));
        replay(Map.of("dry_run", true))
                .body("replayed", is(0))
                .body("letters.outcome", is(List.of("overtaken")))
                .body("letters.overtaken", is(List.of(true)));
        replay(letter).statusCode(200).body("outcome", is("overtaken"));

        get(document).body("version", is(2)).body("state", is("indexing"));
    }

    @Test
    void showsAndReplaysNothingOfAnotherTenant() {
        String document = corrupt("broken.pdf");
        String letter = onlyLetter();
        UUID other = Ids.next();

        as(other).get(LETTERS).then().body("data", empty());
        as(other).get(LETTERS + "/" + letter).then().statusCode(404).body("type", is("/problems/not-found"));
        as(other).get(LETTERS + "/" + letter + "/original").then().statusCode(404);
        as(other).post(LETTERS + "/" + letter + "/replay").then().statusCode(404);
        as(other)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(LETTERS + "/replay")
                .then()
                .body("matched", is(0));

        get(document).body("state", is("failed"));
        assertThat(onlyLetter()).isEqualTo(letter);
    }

    @Test
    void letsTheOperatorSeeAndReplayThoseOfATenant() {
        var failing = failing("for the operator");
        String document = submitted("for the operator", "Help.");
        awaitState(document, "failed");
        retrieval.removeStub(failing);
        String letter = onlyLetter();
        String other = Ids.next().toString();

        operator()
                .get(ALL_LETTERS + "?tenant_id=" + tenant)
                .then()
                .statusCode(200)
                .body("data.id", is(List.of(letter)))
                .body("data.tenant_id", is(List.of(tenant.toString())));
        operator().get(ALL_LETTERS + "?tenant_id=" + other).then().body("data", empty());
        operator().get(ALL_LETTERS + "/" + letter).then().body("original_kept", is(true));
        operator().get(ALL_LETTERS + "/" + letter + "/original").then().body(is("Help."));
        operator()
                .contentType(ContentType.JSON)
                .body(Map.of("tenant_id", tenant, "reason", "index_failed"))
                .post(ALL_LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("matched", is(1))
                .body("replayed", is(1));

        awaitVersion(document, 1, "indexed");
    }

    @Test
    void keepsTheOperatorsRoutesFromOthers() {
        String letter = Ids.next().toString();

        caller().get(ALL_LETTERS).then().statusCode(403);
        caller().get(ALL_LETTERS + "?tenant_id=none").then().statusCode(403);
        caller().get(ALL_LETTERS + "/" + letter).then().statusCode(403);
        caller().get(ALL_LETTERS + "/" + letter + "/original").then().statusCode(403);
        caller().post(ALL_LETTERS + "/" + letter + "/replay").then().statusCode(403);
        caller().contentType(ContentType.JSON)
                .body("{}")
                .post(ALL_LETTERS + "/replay")
                .then()
                .statusCode(403);
    }

    @Test
    void letsNobodyReplayWhoMayOnlyRead() {
        var reader = given().header("Authorization", TestTokens.bearer(tenant, Scope.DOCUMENTS_READ));

        reader.post(LETTERS + "/" + Ids.next() + "/replay").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"limit=0, limit", "limit=201, limit", "cursor=x, cursor", "reason=%00, reason", "stage=%00, stage"})
    void namesTheFieldOfAListThatIsRefused(String query, String field) {
        letters(query).statusCode(400).body("field", is(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"limit\": 0};limit", "{\"limit\": 501};limit", "{\"reason\": \"\\u0000\"};reason"})
    void namesTheFieldOfAReplayThatIsRefused(String body, String field) {
        caller().contentType(ContentType.JSON)
                .body(body)
                .post(LETTERS + "/replay")
                .then()
                .statusCode(400)
                .body("field", is(field));
    }

    @Test
    void countsLettersByTheirReason() {
        corrupt("broken.pdf");

        assertThat(given().get(metrics).asString())
                .contains("frontdesk_ingestion_dead_letters_total{reason=\"corrupt\"}");
    }

    private String corrupt(String name) {
        String id = caller().multiPart("file", "broken.pdf", CORRUPT, "application/pdf")
                .multiPart("external_id", name)
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitState(id, "failed");
        return id;
    }

    /** A document that the index fails with where it fails for its tenant's title {@code some}. */
    private String indexless(String name) {
        return submit(Map.of("external_id", name, "title", "some", "text", "It is " + name + "."))
                .extract()
                .path("id");
    }

    private StubMapping failing(String title) {
        return retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo(title)))
                .willReturn(aResponse().withStatus(500)));
    }

    private ValidatableResponse letters(String query) {
        return caller().urlEncodingEnabled(false)
                .get(LETTERS + (query.isEmpty() ? "" : "?" + query))
                .then();
    }

    private String onlyLetter() {
        return letters("").statusCode(200).body("data.size()", is(1)).extract().path("data[0].id");
    }

    private ValidatableResponse replay(String letter) {
        return caller().post(LETTERS + "/" + letter + "/replay").then();
    }

    private ValidatableResponse replay(Map<String, Object> meant) {
        return caller().contentType(ContentType.JSON)
                .body(meant)
                .post(LETTERS + "/replay")
                .then();
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR));
    }
}
