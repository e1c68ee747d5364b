package io.frontdesk.gateway.operations;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.GatewayTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest extends GatewayTest {
    @ParameterizedTest
    @ValueSource(strings = {"/health", "/ready"})
    void tellsAnybodyWhetherItLivesAndIsReady(String path) {
        given().get(path).then().statusCode(200).body("status", is("up"));
    }

    @Test
    void gathersWhatEveryInstanceSaysOfItself() {
        String report = """
                {"service": "ingestion-service", "status": "up", "checks": [{"name": "db", "latency_ms": 1.5}]}""";
        ingestion.plays(request -> request.response().end(report));
        generation.plays(request -> request.response().setStatusCode(500).end("no JSON"));

        // A gateway that has just started is up once Redis has been told all.
        await().atMost(30, SECONDS).until(() -> statuses(detailed()).contains(Map.entry("api-gateway", "up")));
        var detailed = detailed();

        assertThat(detailed.getString("status")).isEqualTo("degraded");
        assertThat(statuses(detailed))
                .containsOnly(
                        Map.entry("api-gateway", "up"),
                        Map.entry("auth-service", "down"),
                        Map.entry("ingestion-service", "up"),
                        Map.entry("retrieval-service", "down"),
                        Map.entry("generation-service", "down"));
        assertThat(detailed.getFloat("instances.find { it.service == 'ingestion-service' }.checks[0].latency_ms"))
                .isEqualTo(1.5f);
        assertThat(detailed.getList("instances.findAll { it.service != 'api-gateway' }.latency_ms"))
                .hasSize(4)
                .doesNotContainNull();
    }

    @Test
    void sumsUpHowTheSuiteIs() {
        ingestion.plays(request -> request.response().end("""
                {"service": "ingestion-service", "status": "up", "checks": [{"name": "Work queue", "status": "up",
                 "data": {"pending": 7, "processing": 2, "oldest_seconds": 31}}]}"""));
        generation.plays(request -> request.response().end("""
                {"service": "generation-service", "status": "degraded", "checks": [{"name": "LLM keys", "status": "down",
                 "data": {"total": 6, "healthy": 3, "degraded": 1, "circuit_open": 2}}]}"""));

        var status = caller(Scope.OPERATOR)
                .calls()
                .get("/v1/admin/status")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(status.getString("status")).isEqualTo("degraded");
        assertThat(status.getMap("services.ingestion-service")).isEqualTo(Map.of("instances", 1, "up", 1));
        assertThat(status.getMap("services.generation-service")).isEqualTo(Map.of("instances", 1, "up", 0));
        assertThat(status.getMap("queues")).isEqualTo(Map.of("pending", 7, "processing", 2, "oldest_seconds", 31));
        assertThat(status.getMap("keys")).isEqualTo(Map.of("total", 6, "healthy", 3, "degraded", 1, "circuit_open", 2));
        assertThat(status.getMap("caches")).containsKeys("hits", "misses");
        assertThat(status.getString("limits.enforced")).isIn("together", "by_share");
    }

    @Test
    void saysNothingOfWhatNobodyTells() {
        ingestion.plays(request -> request.response().setStatusCode(500).end("no JSON"));
        generation.plays(request -> request.response().end("{\"service\": \"generation-service\"}"));

        caller(Scope.OPERATOR)
                .calls()
                .get("/v1/admin/status")
                .then()
                .statusCode(200)
                .body("status", is("degraded"))
                .body("queues", nullValue())
                .body("keys", nullValue());
    }

    @Test
    void givesAnInstanceThatHangsUp() {
        ingestion.plays(request -> {});
        generation.plays(request -> {});

        caller(Scope.OPERATOR)
                .calls()
                .get("/health/detailed")
                .then()
                .statusCode(200)
                .body("instances.find { it.service == 'ingestion-service' }.status", is("down"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/detailed", "/metrics", "/v1/admin/status"})
    void showsTheInsideToOperatorsOnly(String path) {
        given().get(path).then().statusCode(401).contentType(Problem.MEDIA_TYPE);
        caller(Scope.ADMIN).calls().get(path).then().statusCode(403).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void showsItsMetrics() {
        caller(Scope.OPERATOR)
                .calls()
                .get("/metrics")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("http_server_requests_seconds_count"));
    }

    @Test
    void describesEveryRoute() {
        var openapi = given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        Map<String, Map<String, Object>> paths = openapi.getMap("paths");
        assertThat(paths.entrySet().stream().flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())))
                .containsExactlyInAnyOrder(
                        "GET /v1/admin/status",
                        "GET /v1/admin/llm-keys",
                        "POST /v1/admin/llm-keys",
                        "GET /v1/admin/llm-keys/{id}",
                        "PATCH /v1/admin/llm-keys/{id}",
                        "DELETE /v1/admin/llm-keys/{id}",
                        "POST /v1/admin/llm-keys/{id}/reset",
                        "POST /v1/answers",
                        "GET /v1/answers/{id}",
                        "GET /v1/answers/{id}/events",
                        "GET /v1/answers/{id}/explain",
                        "POST /v1/answers/{id}/feedback",
                        "POST /v1/chat/completions",
                        "POST /v1/responses",
                        "GET /v1/models",
                        "GET /v1/models/{model}",
                        "GET /v1/analytics",
                        "GET /v1/unanswered",
                        "DELETE /v1/cache",
                        "POST /v1/cache/questions",
                        "DELETE /v1/admin/cache",
                        "POST /v1/admin/cache/questions",
                        "GET /v1/conversations",
                        "GET /v1/conversations/{id}",
                        "DELETE /v1/conversations/{id}",
                        "GET /v1/customers/{customer_id}/export",
                        "DELETE /v1/customers/{customer_id}",
                        "POST /v1/search",
                        "POST /v1/documents",
                        "GET /v1/documents",
                        "GET /v1/documents/{id}",
                        "GET /v1/documents/{id}/events",
                        "DELETE /v1/documents/{id}",
                        "POST /v1/sources",
                        "GET /v1/sources",
                        "GET /v1/sources/{id}",
                        "DELETE /v1/sources/{id}",
                        "GET /v1/dead-letters",
                        "GET /v1/dead-letters/{id}",
                        "GET /v1/dead-letters/{id}/original",
                        "POST /v1/dead-letters/{id}/replay",
                        "POST /v1/dead-letters/replay",
                        "GET /v1/admin/dead-letters",
                        "GET /v1/admin/dead-letters/{id}",
                        "GET /v1/admin/dead-letters/{id}/original",
                        "POST /v1/admin/dead-letters/{id}/replay",
                        "POST /v1/admin/dead-letters/replay",
                        "POST /v1/auth/login",
                        "POST /v1/auth/refresh",
                        "POST /v1/auth/logout",
                        "POST /v1/auth/password",
                        "GET /v1/auth/me",
                        "POST /v1/auth/token",
                        "POST /v1/tenants",
                        "GET /v1/tenants",
                        "GET /v1/tenants/{tenant}",
                        "PATCH /v1/tenants/{tenant}",
                        "DELETE /v1/tenants/{tenant}",
                        "POST /v1/tenants/{tenant}/api-keys",
                        "POST /v1/tenants/{tenant}/users",
                        "GET /v1/tenants/{tenant}/audit-events",
                        "POST /v1/users",
                        "GET /v1/users",
                        "GET /v1/users/{id}",
                        "PATCH /v1/users/{id}",
                        "DELETE /v1/users/{id}",
                        "POST /v1/api-keys",
                        "GET /v1/api-keys",
                        "GET /v1/api-keys/{id}",
                        "DELETE /v1/api-keys/{id}",
                        "POST /v1/api-keys/{id}/rotate",
                        "POST /v1/visitor-tokens",
                        "POST /v1/identity-providers",
                        "GET /v1/identity-providers",
                        "GET /v1/identity-providers/{id}",
                        "DELETE /v1/identity-providers/{id}",
                        "GET /v1/audit-events",
                        "GET /v1/settings/gateway",
                        "GET /v1/settings/search",
                        "GET /v1/settings/answers",
                        "PUT /v1/settings/answers",
                        "PUT /v1/settings/gateway",
                        "PUT /v1/settings/search",
                        "POST /v1/admin/signing-keys/rotate",
                        "GET /.well-known/openid-configuration",
                        "GET /.well-known/jwks.json",
                        "GET /health",
                        "GET /ready",
                        "GET /health/detailed",
                        "GET /metrics");
        assertThat(openapi.getString("info.title")).isEqualTo("Frontdesk");
        assertThat(openapi.getMap("components.securitySchemes")).containsKeys("bearer", "api_key");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/search, post, search",
        "/v1/documents, get, documents:read",
        "/v1/users, post, admin",
        "/v1/visitor-tokens, post, chat",
        "/v1/tenants/{tenant}, patch, operator",
        "/metrics, get, operator"
    })
    void saysWhichScopePasses(String path, String method, String scope) {
        assertThat(security(path, method))
                .containsExactlyInAnyOrder(Map.of("bearer", List.of(scope)), Map.of("api_key", List.of(scope)));
    }

    @Test
    void saysWhereAnyCredentialPassesAndWhereNoneIsNeeded() {
        assertThat(security("/v1/auth/me", "get"))
                .containsExactlyInAnyOrder(Map.of("bearer", List.of()), Map.of("api_key", List.of()));
        assertThat(security("/v1/auth/login", "post")).isEmpty();
        assertThat(security("/v1/auth/token", "post")).isEmpty();
        assertThat(security("/health", "get")).isEmpty();
    }

    private static List<Map<String, List<String>>> security(String path, String method) {
        return given().accept("application/json")
                .get("/openapi")
                .then()
                .extract()
                .jsonPath()
                .getList("paths.'%s'.%s.security".formatted(path, method));
    }

    @Test
    void describesFieldsAndValuesAsTheyStandInJson() {
        var openapi = given().accept("application/json")
                .get("/openapi")
                .then()
                .extract()
                .jsonPath();

        assertThat(openapi.getMap("components.schemas.AnswerRequest.properties"))
                .containsKeys("question", "conversation_id", "top_k", "stream");
        assertThat(openapi.getList("components.schemas.DocumentState.enum"))
                .contains("indexed")
                .doesNotContain("INDEXED");
        assertThat(openapi.getMap("paths.'/v1/answers'.post.responses.'200'.content"))
                .containsOnlyKeys("application/json", "text/event-stream");
        assertThat(openapi.getString("paths.'/v1/answers'.post.responses.default.'$ref'"))
                .isEqualTo("#/components/responses/Problem");
        assertThat(openapi.getString("paths.'/v1/models'.get.responses.default.'$ref'"))
                .isEqualTo("#/components/responses/OpenAiError");
        assertThat(openapi.getMap("components.schemas.ResponseRequest.properties.input"))
                .containsKey("oneOf")
                .doesNotContainKeys("type", "items");
        assertThat(openapi.getMap("components.schemas.ChatRequest.properties")).doesNotContainKey("streamed");
        assertThat(openapi.getString("components.responses.OpenAiError.content.'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/OpenAiError");
        assertThat(openapi.getMap("paths.'/v1/models'.get.responses.'401'.content"))
                .containsOnlyKeys("application/json");
        assertThat(openapi.getList("components.schemas.Problem.required")).containsExactly("type", "title", "status");
        assertThat(openapi.getString("paths.'/v1/answers'.post.responses.'503'.'$ref'"))
                .isEqualTo("#/components/responses/Overloaded");
        assertThat(openapi.getMap("paths.'/health'.get.responses")).doesNotContainKey("503");
        assertThat(openapi.getMap("components.responses.Problem.content")).containsOnlyKeys(Problem.MEDIA_TYPE);
        assertThat(openapi.getMap("paths.'/v1/documents'.post.requestBody.content"))
                .containsOnlyKeys("application/json", "multipart/form-data");
    }

    @Test
    void showsTheDescriptionAsAPage() {
        given().get("/docs/").then().statusCode(200).contentType("text/html").body(containsString("/openapi"));
    }

    private JsonPath detailed() {
        return caller(Scope.OPERATOR)
                .calls()
                .get("/health/detailed")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Set<Map.Entry<String, String>> statuses(JsonPath detailed) {
        return detailed.<Map<String, String>>getList("instances").stream()
                .map(instance ->
                        Map.entry(String.valueOf(instance.get("service")), String.valueOf(instance.get("status"))))
                .collect(Collectors.toSet());
    }
}
