package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Suite;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer stands for others of the same meaning, on any replica, and not a moment longer than what it rests on. */
@ExtendWith(SuiteExtension.class)
class AnswersGivenAgainTest {
    private static final String QUESTION = "How long do I have to return a laptop?";
    private static final String IN_OTHER_WORDS = "What is the return period for laptops?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tenant tenant;

    AnswersGivenAgainTest(Suite suite) {
        this.tenant = Tenant.create(suite, "Shop " + Ids.next());
    }

    @Test
    void servesAParaphraseFromTheAnswerBeforeAndForgetsItWithTheEdit() {
        publish("30 days");
        String first = tenant.asks(1, QUESTION)
                .statusCode(200)
                .body("cache", equalTo("miss"))
                .body("answer", containsString("30 days"))
                .extract()
                .path("id");

        await().atMost(PATIENCE).untilAsserted(() -> {
            String again = tenant.asks(2, IN_OTHER_WORDS)
                    .statusCode(200)
                    .body("cache", equalTo("semantic"))
                    .body("answer", containsString("30 days"))
                    .body("usage.completion_tokens", equalTo(0))
                    .extract()
                    .path("id");
            assertThat(again).isNotEqualTo(first);
        });
        tenant.asks(1, "How long do I have to return a tablet?").statusCode(200).body("cache", equalTo("miss"));

        publish("45 days");

        for (int gateway = 1; gateway <= 2; gateway++) {
            tenant.asks(gateway, gateway == 1 ? QUESTION : IN_OTHER_WORDS)
                    .statusCode(200)
                    .body("answer", containsString("45 days"))
                    .body("answer", not(containsString("30 days")));
        }
    }

    @Test
    void whatTheOperatorHasAskedBeforehandCustomersAreToldAtOnce() {
        publish("30 days");

        warm(2).body("answered", equalTo(1)).body("failed", equalTo(0));

        await().atMost(PATIENCE).untilAsserted(() -> visitor(1)
                .body(Map.of("question", QUESTION))
                .post("/v1/answers")
                .then()
                .statusCode(200)
                .body("cache", equalTo("hit"))
                .body("answer", containsString("30 days")));
        warm(1).body("known", equalTo(1)).body("answered", equalTo(0));
    }

    /** As the operator. */
    private ValidatableResponse warm(int gateway) {
        return tenant.as(gateway, tenant.suite().operatorKey())
                .body(Map.of("tenant_id", tenant.id(), "questions", List.of(QUESTION)))
                .post("/v1/admin/cache/questions")
                .then()
                .statusCode(200);
    }

    private RequestSpecification visitor(int gateway) {
        return tenant.as(
                gateway,
                tenant.via(gateway)
                        .body(Map.of("visitor", "customer-17"))
                        .post("/v1/visitor-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("access_token"));
    }

    /** Returns when the version is indexed. */
    private void publish(String period) {
        var accepted = tenant.via(1)
                .body(Map.of(
                        "external_id", "help/returns",
                        "title", "Returns and refunds",
                        "content_type", "text/markdown",
                        "text", """
                            # Returns and refunds

                            ## How long you have

                            You can return a laptop or a tablet within %s of delivery, in its original packaging.
                            """.formatted(period)))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
        int version = accepted.getInt("version");
        await().atMost(PATIENCE).untilAsserted(() -> tenant.via(2)
                .get("/v1/documents/{id}", accepted.getString("id"))
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("state", equalTo("indexed")));
    }
}
