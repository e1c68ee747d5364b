package io.frontdesk.generation.records.customers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Scope;
import io.frontdesk.generation.Owner;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Recorder;
import io.frontdesk.generation.records.RecordsOf;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class CustomerRecordsTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ANN = "visitor:ann";

    @Inject
    Recorder recorder;

    @Inject
    Owner owner;

    @Inject
    PgCustomerRecordStore store;

    @BeforeEach
    void annAndBobAsk() {
        FinishedAnswer answer = new RecordsOf(tenant, ANN).refused("Do you sell cars?", NOON);
        keep(answer);
        keep(new RecordsOf(tenant, "visitor:bob").refused("Do you sell boats?", NOON));
        await().atMost(PATIENCE)
                .until(() -> owner.strings("select id from answer where tenant_id = ?", tenant)
                                .size()
                        == 2);
        given().header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.sign(TestTokens.claims(tenant, List.of(), Scope.CHAT)
                                        .subject(ANN)))
                .contentType(ContentType.JSON)
                .body(Map.of("rating", "down", "comment", "But I want one."))
                .post("/internal/v1/answers/" + answer.id() + "/feedback")
                .then()
                .statusCode(200);
    }

    @Test
    void tellsWhatACustomerAskedAndSaid() {
        assertThat(store.export(tenant, ANN).await().atMost(PATIENCE))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("question", "Do you sell cars?")
                        .containsEntry("outcome", "refused")
                        .containsEntry("rating", "down")
                        .containsEntry("comment", "But I want one."));
    }

    @Test
    void erasesACustomerAndStillCountsSomebody() {
        assertThat(store.erase(tenant, ANN).await().atMost(PATIENCE)).isEqualTo(2);

        assertThat(owner.strings("select question from answer where tenant_id = ?", tenant))
                .containsExactly("Do you sell boats?");
        assertThat(owner.strings("select answer_id from unanswered where tenant_id = ?", tenant))
                .hasSize(1);
        assertThat(owner.strings("select comment from feedback where tenant_id = ?", tenant))
                .isEmpty();
        assertThat(owner.strings("select questions from hourly where tenant_id = ?", tenant))
                .containsExactly("2");
        assertThat(owner.strings("select customer from hourly_customer where tenant_id = ?", tenant))
                .hasSize(2)
                .doesNotContain(ANN)
                .contains("visitor:bob");
        assertThat(store.erase(tenant, ANN).await().atMost(PATIENCE)).isZero();
    }

    private void keep(FinishedAnswer answer) {
        recorder.keep(answer).await().atMost(PATIENCE);
    }
}
