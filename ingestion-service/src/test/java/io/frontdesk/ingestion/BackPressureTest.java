package io.frontdesk.ingestion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The index asks for patience, and gets it: from one tenant, or from the whole replica. And what the metrics say meanwhile. */
@QuarkusTest
class BackPressureTest extends ServiceTest {
    @Inject
    MeterRegistry metrics;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private final UUID another = Ids.next();

    @Test
    void letsATenantRestThatHasAskedForTooMuchAndServesTheOthers() {
        letTheServiceWorkFor(another);
        answer("too much", 429, 300);
        submitted("too much", "One too many.");
        Awaitility.await().until(this::tenantRests);

        String later = submitted("later", "Waits for the tenant's rest to end.");
        String theirs = submittedByAnother("theirs");

        awaitIndexedForAnother(theirs);
        get(later).body("state", is("received"));
    }

    @Test
    void letsTheReplicaRestForAsLongAsTheIndexAsks() {
        letTheServiceWorkFor(another);
        StubMapping busy = answer("too early", 503, 2);
        double before = count("retries", "reason", "index_unavailable");
        Instant began = Instant.now();
        String first = submitted("too early", "Comes too early.");
        Awaitility.await().until(() -> count("retries", "reason", "index_unavailable") > before);
        retrieval.removeStub(busy);

        String theirs = submittedByAnother("theirs");

        Instant indexed = awaitIndexedForAnother(theirs);
        assertThat(Duration.between(began, indexed)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        awaitState(first, "indexed");
    }

    @Test
    void aDocumentThatTheIndexNeverTakesHoldsUpNoOther() {
        StubMapping never = retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo("stuck")))
                .willReturn(aResponse().withStatus(503)));
        double before = count("retries", "reason", "index_unavailable");
        String stuck = submitted("stuck", "It is not taken.");
        Awaitility.await().until(() -> count("retries", "reason", "index_unavailable") >= before + 4);

        double tried = count("retries", "reason", "index_unavailable");
        String lessUrgent = submit(Map.of("external_id", "later", "text", "It is taken.", "priority", "low"))
                .extract()
                .path("id");

        awaitState(lessUrgent, "indexed");
        assertThat(count("retries", "reason", "index_unavailable") - tried).isLessThanOrEqualTo(3);
        get(stuck).body("state", is("indexing"));
        retrieval.removeStub(never);
        awaitState(stuck, "indexed");
    }

    @Test
    void tellsWhatIsClaimedWhatWaitsAndWhatFails() {
        double claims = count("claims", "lane", "normal");
        double failures = count("failures", "reason", "corrupt");
        byte[] corrupt = "%PDF-1.7\nthis is where it ends".getBytes(StandardCharsets.US_ASCII);

        String id = caller().multiPart("file", "broken.pdf", corrupt, "application/pdf")
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        awaitState(id, "failed");

        Awaitility.await().until(() -> count("failures", "reason", "corrupt") > failures);
        assertThat(count("claims", "lane", "normal")).isGreaterThan(claims);
        for (String lane : new String[] {"high", "normal", "low"}) {
            assertThat(metrics.get("frontdesk.ingestion.queue.depth")
                            .tag("lane", lane)
                            .gauge()
                            .value())
                    .isNotNegative();
            assertThat(metrics.get("frontdesk.ingestion.queue.oldest")
                            .tag("lane", lane)
                            .gauge()
                            .value())
                    .isNotNegative();
        }
        Awaitility.await()
                .until(() -> metrics.get("frontdesk.ingestion.documents.in.work")
                                .gauge()
                                .value()
                        == 0);
    }

    private StubMapping answer(String title, int status, int retryAfterSeconds) {
        return retrieval.stubFor(post(urlPathMatching(".*/chunks"))
                .withRequestBody(matchingJsonPath("$.title", equalTo(title)))
                .willReturn(
                        aResponse().withStatus(status).withHeader("Retry-After", String.valueOf(retryAfterSeconds))));
    }

    private String submittedByAnother(String externalId) {
        return as(another)
                .contentType(ContentType.JSON)
                .body(Map.of("external_id", externalId, "text", "Text of another."))
                .post(DOCUMENTS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private Instant awaitIndexedForAnother(String id) {
        var answer = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(another).get(DOCUMENTS + "/" + id).then(), found -> "indexed"
                        .equals(found.extract().path("state")));
        return Instant.parse(answer.extract().path("updated_at"));
    }

    private double count(String counter, String tag, String value) {
        Counter found =
                metrics.find("frontdesk.ingestion." + counter).tag(tag, value).counter();
        return found == null ? 0 : found.count();
    }

    private boolean tenantRests() throws SQLException {
        try (var connection = owner.getConnection();
                var query = connection.prepareStatement(
                        "SELECT bool_and(rests_until > now()) FROM turn WHERE tenant_id = ?::uuid")) {
            query.setString(1, tenant.toString());
            var rows = query.executeQuery();
            return rows.next() && rows.getBoolean(1);
        }
    }
}
