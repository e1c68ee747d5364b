package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.Topics;
import io.frontdesk.contracts.documents.DocumentIntake;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TenantTables;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The end of a tenant among the documents. */
@QuarkusTest
class RemovalTest extends ServiceTest {
    private static final int STAGING_MILLIS = 3000;

    private final UUID another = Ids.next();

    @Test
    void leavesNoRowInAnyTableAndThoseOfOthersAlone() {
        awaitState(submitted("mine", "Soon gone."), "indexed");
        String failed = submit(Map.of("external_id", "dead", "content_base64", "JVBERi0xLjcKZW5k"))
                .extract()
                .path("id");
        awaitState(failed, "failed");
        letTheServiceWorkFor(another);
        as(another)
                .contentType("application/json")
                .body(Map.of("external_id", "theirs", "text", "Here to stay."))
                .post(DOCUMENTS)
                .then()
                .statusCode(202);

        remove(tenant).statusCode(204);

        assertThat(tables().rows(tenant)).isNotEmpty().containsOnly(0L);
        assertThat(tables().rows(another)).contains(1L);
        as(another).get(DOCUMENTS).then().body("data.external_id", is(List.of("theirs")));
    }

    @Test
    void endsTheWorkThatIsUnderWay() {
        String id = staging();

        remove(tenant).statusCode(204);

        assertThat(tables().rows(tenant)).containsOnly(0L);
        get(id).statusCode(404);
        Awaitility.await()
                .during(Duration.ofMillis(STAGING_MILLIS))
                .atMost(Duration.ofSeconds(30))
                .until(() -> tables().rows(tenant).stream().allMatch(rows -> rows == 0));
    }

    @Test
    void keepsOutWhatIsUploadedTooLate() {
        remove(tenant).statusCode(204);

        submit(Map.of("external_id", "late", "text", "Too late.")).statusCode(404);

        assertThat(tables().rows(tenant)).containsOnly(0L);
    }

    @Test
    void putsLateRecordsAmongTheDeadLetters() {
        String key = "fd_gone_" + tenant;
        auth.stubFor(post("/internal/v1/token-exchange")
                .withRequestBody(matchingJsonPath("$.credential", equalTo(key)))
                .willReturn(AuthServerResource.grants(
                        tenant, TestTokens.bearer(tenant, Scope.DOCUMENTS_WRITE), "documents:write")));
        remove(tenant).statusCode(204);

        try (KafkaPeer kafka = follow(Topics.DOCUMENTS_DEAD)) {
            var sent = kafka.publish(
                    setting(IngestionResource.TOPIC_PREFIX) + "high",
                    tenant + "/late",
                    KafkaPeer.cloudEvent(DocumentIntake.UPSERTED, key),
                    "{\"external_id\": \"late\", \"text\": \"Too late.\"}");
            String original = "kafka:%s/%d/%d".formatted(sent.topic(), sent.partition(), sent.offset());

            var letter = kafka.value(
                    kafka.await(value -> original.equals(value.path("original").asText())));

            assertThat(letter.path("reason").asText()).startsWith("unknown_tenant: ");
        }
        assertThat(tables().rows(tenant)).containsOnly(0L);
    }

    @Test
    void mayBeAskedForAgain() {
        remove(tenant).statusCode(204);
        remove(tenant).statusCode(204);
    }

    @Test
    void isTheOperatorsOnly() {
        caller().delete("/internal/v1/tenants/" + tenant).then().statusCode(403);
    }

    @Test
    void coversEveryTable() {
        assertThat(tables().openToTheRemoved()).isEmpty();
    }

    /** A document of which a worker is just sending chunks to the index. */
    private String staging() {
        String id = submitted("seed", "Only here for its id.");
        awaitState(id, "indexed");
        String path = DOCUMENTS + "/" + id + "/versions/2/chunks";
        retrieval.stubFor(post(urlPathEqualTo(path))
                .willReturn(aResponse().withStatus(204).withFixedDelay(STAGING_MILLIS)));
        submit(Map.of("external_id", "seed", "text", "On its way into the index."))
                .statusCode(202);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !retrieval
                .findAll(postRequestedFor(urlPathEqualTo(path)))
                .isEmpty());
        return id;
    }

    private static ValidatableResponse remove(UUID removed) {
        return given().header("Authorization", TestTokens.bearer(Ids.next(), Scope.OPERATOR))
                .delete("/internal/v1/tenants/" + removed)
                .then();
    }

    private static TenantTables tables() {
        return TenantTables.ofThisTest("ingestion");
    }
}
