package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.matchesPattern;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Instance;
import io.frontdesk.local.suite.Service;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.simulator.LlmSimulator;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;

/** A language model that takes its time for each token, and is asked by every replica until it is closed. */
final class PacedModel implements AutoCloseable {
    private static final String BEHAVIOUR = "sim-ttft100-itl50";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Suite suite;
    private final LlmSimulator simulator = LlmSimulator.start(0);
    private final String key;

    PacedModel(Suite suite) {
        this.suite = suite;
        this.key = operator()
                .body(Map.of(
                        "alias",
                        "paced-" + Ids.next(),
                        "provider",
                        "simulator",
                        "base_url",
                        simulator.baseUrl().toString(),
                        "secret",
                        "sk-paced",
                        "model",
                        BEHAVIOUR))
                .post("/v1/admin/llm-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitKeys(1);
    }

    /** Returns when no replica knows of it any more: other tests count on quoted answers. */
    @Override
    public void close() {
        operator().delete("/v1/admin/llm-keys/{id}", key).then().statusCode(204);
        awaitKeys(0);
        simulator.close();
    }

    private void awaitKeys(int count) {
        for (int replica = 1; replica <= 2; replica++) {
            String url = suite.addresses().managementUrl(new Instance(Service.GENERATION, replica));
            await().atMost(PATIENCE).untilAsserted(() -> given().baseUri(url)
                    .get("/metrics")
                    .then()
                    .statusCode(200)
                    .body(matchesPattern("(?s).*\napi_keys_total " + count + ".*")));
        }
    }

    private RequestSpecification operator() {
        return given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + suite.operatorKey())
                .contentType(ContentType.JSON);
    }
}
