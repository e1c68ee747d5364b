package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.local.suite.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the operator sees of the whole suite. */
@ExtendWith(SuiteExtension.class)
class StatusTest {
    private final Suite suite;

    StatusTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void eitherGatewayKnowsOfAllInstances() {
        for (int gateway = 1; gateway <= 2; gateway++) {
            String url = suite.gatewayUrl(gateway);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().baseUri(url)
                    .header("Authorization", "Bearer " + suite.operatorKey())
                    .get("/v1/admin/status")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("up"))
                    .body("services.size()", equalTo(5))
                    .body("services.values().sum { it.instances }", equalTo(10))
                    .body("services.values().sum { it.up }", equalTo(10))
                    .body("limits.enforced", equalTo("together"))
                    .body("limits.gateways", equalTo(2))
                    .body("caches.hits", notNullValue())
                    .body("queues.pending", greaterThanOrEqualTo(0))
                    .body("keys.total", greaterThanOrEqualTo(0)));
        }
    }
}
