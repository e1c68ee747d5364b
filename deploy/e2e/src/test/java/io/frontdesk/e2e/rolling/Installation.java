package io.frontdesk.e2e.rolling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.frontdesk.local.infra.Infrastructure;
import io.frontdesk.local.process.Progress;
import io.frontdesk.local.suite.Addresses;
import io.frontdesk.local.suite.Suite;
import io.frontdesk.local.workspace.Workspace;
import io.frontdesk.simulator.LlmSimulator;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two of every service, with a simulated model and a shop. */
record Installation(Suite suite, LlmSimulator model, String key) implements AutoCloseable {
    private static final Progress PROGRESS = Progress.to(System.err);
    private static final Workspace WORKSPACE =
            new Workspace(Workspace.findRoot(), Workspace.findRoot().resolve(".local/rolling"));

    static Installation open() {
        var model = LlmSimulator.start(0);
        try {
            var suite = Suite.boot(WORKSPACE, Addresses.free(), 2, settings(model), PROGRESS);
            var installation = new Installation(suite, model, key(suite));
            installation.publish();
            return installation;
        } catch (RuntimeException e) {
            stopAll();
            model.close();
            throw e;
        }
    }

    private static Map<String, String> settings(LlmSimulator model) {
        return Map.ofEntries(
                Map.entry("OPENAI_API_KEY", "sk-sim"),
                Map.entry("OPENAI_BASE_URL", model.baseUrl().toString()),
                Map.entry("OPENAI_MODEL", "sim"),
                // The balancer believes in a readiness for a quarter of it.
                Map.entry("SHUTDOWN_DELAY", "2s"),
                // What is asked here is nearly the same, and each time an answer of its own.
                Map.entry("FRONTDESK_SEMANTIC_ANSWERS_ENABLED", "false"),
                // Two cores that start virtual machines all the time are not to be taken for servers that are slow.
                Map.entry("FRONTDESK_ADMISSION_STATE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_ANSWER_LOG_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_ANSWER_CACHE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_LLM_POOL_STATE_TIMEOUT", "PT10S"),
                Map.entry("FRONTDESK_TOKENS_TIMEOUT", "PT20S"),
                Map.entry("FRONTDESK_RETRIEVAL_TIMEOUT", "PT20S"),
                Map.entry("FRONTDESK_UPSTREAM_TIMEOUT", "PT30S"),
                Map.entry("FRONTDESK_LLM_TIMEOUT", "PT30S"),
                Map.entry("FRONTDESK_WORK_GRACE", "PT1S"));
    }

    private void publish() {
        String document = as(key).body(Map.of(
                        "title",
                        "Returns and refunds",
                        "text",
                        "You can return a laptop, a phone or a tablet within 30 days of delivery. Bring the receipt. "
                                + "Refunds go to the card that was charged, within five working days."))
                .post("/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> as(key).get("/v1/documents/{id}", document)
                .path("state")
                .equals("indexed"));
    }

    private static String key(Suite suite) {
        String tenant = as(suite, suite.operatorKey())
                .body(Map.of("name", "rolling-" + System.nanoTime(), "plan", "gold"))
                .post("/v1/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return as(suite, suite.operatorKey())
                .body(Map.of(
                        "name", "rolling", "scopes", List.of("chat", "search", "documents:read", "documents:write")))
                .post("/v1/tenants/{id}/api-keys", tenant)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private RequestSpecification as(String credential) {
        return as(suite, credential);
    }

    private static RequestSpecification as(Suite suite, String credential) {
        return given().baseUri(suite.gatewayUrl(1))
                .header("Authorization", "Bearer " + credential)
                .contentType(ContentType.JSON);
    }

    @Override
    public void close() {
        stopAll();
        model.close();
    }

    private static void stopAll() {
        Suite.stopServices(WORKSPACE, PROGRESS);
        Infrastructure.stop(WORKSPACE, PROGRESS);
    }
}
