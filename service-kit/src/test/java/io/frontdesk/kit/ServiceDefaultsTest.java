package io.frontdesk.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(AuthServerResource.class)
class ServiceDefaultsTest {
    private static final UUID TENANT = Ids.next();

    @Test
    void takesTheCallerFromTheToken() {
        var bearer = TestTokens.bearer(TENANT, List.of("staff", "de"), Scope.DOCUMENTS_READ, Scope.SEARCH);

        given().header("Authorization", bearer)
                .get("/echo/caller")
                .then()
                .statusCode(200)
                .body("tenant_id", equalTo(TENANT.toString()))
                .body("acl", contains("staff", "de"))
                .body("scopes", containsInAnyOrder("documents_read", "search"))
                .body("plan", equalTo("standard"));
    }

    @Test
    void refusesACallWithoutTokenAsAProblem() {
        given().get("/echo/caller")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Bearer a.b.c", "Basic YTpi", "nonsense"})
    void refusesAMalformedCredentialAsAProblem(String authorization) {
        given().header("Authorization", authorization)
                .get("/echo/caller")
                .then()
                .statusCode(401)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void refusesAnExpiredToken() {
        var claims = TestTokens.claims(TENANT, List.of(), Scope.SEARCH)
                .issuedAt(Instant.now().minusSeconds(600))
                .expiresAt(Instant.now().minusSeconds(60));

        given().header("Authorization", "Bearer " + TestTokens.sign(claims))
                .get("/echo/caller")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesATokenForAnotherAudience() {
        var claims = TestTokens.claims(TENANT, List.of(), Scope.SEARCH).audience("frontdesk-api");

        given().header("Authorization", "Bearer " + TestTokens.sign(claims))
                .get("/echo/caller")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesATokenWithoutTheScope() {
        given().header("Authorization", TestTokens.bearer(TENANT, Scope.CHAT))
                .get("/echo/caller")
                .then()
                .statusCode(403)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void deniesAnEndpointThatSaysNotWhoMayCallIt() {
        given().header("Authorization", TestTokens.bearer(TENANT, Scope.values()))
                .get("/echo/forgotten")
                .then()
                .statusCode(403);
    }

    @Test
    void speaksSnakeCaseAndIgnoresWhatItDoesNotKnow() {
        searching()
                .body("{\"query\": \"returns\", \"top_k\": 3, \"from_a_newer_version\": true}")
                .post("/echo")
                .then()
                .statusCode(200)
                .body("top_k", is(3))
                .body("$", not(hasKey("topK")));
    }

    @Test
    void namesTheFieldThatIsRefused() {
        searching()
                .body("{\"query\": \" \"}")
                .post("/echo")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo("query"))
                .body("detail", equalTo("query: must not be empty"));
    }

    @Test
    void namesTheFieldThatHasTheWrongType() {
        searching()
                .body("{\"query\": \"x\", \"top_k\": \"many\"}")
                .post("/echo")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-field"))
                .body("field", equalTo("top_k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "{\"query\": \"x\"} trailing", "null"})
    void refusesABodyThatIsNotTheJsonExpected(String body) {
        searching().body(body).post("/echo").then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void answersWhatTheFrameworkRefusesAsProblems() {
        given().get("/nothing-here").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        given().delete("/echo").then().statusCode(405).contentType(Problem.MEDIA_TYPE);
        searching()
                .contentType(ContentType.XML)
                .body("<x/>")
                .post("/echo")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void hidesWhatNobodyExpectedBehindTheRequestId() {
        given().header("X-Request-Id", "req-7")
                .get("/echo/broken")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .header("X-Request-Id", "req-7")
                .body("instance", equalTo("/requests/req-7"))
                .body("detail", containsString("req-7"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void replacesARequestIdThatCouldNotStandInALog() {
        given().header("X-Request-Id", "a\"} forged")
                .get("/echo/caller")
                .then()
                .header("X-Request-Id", not(containsString("forged")));
    }

    @Test
    void reportsHealthAndMetricsOnTheManagementPort() {
        management().get("/ready").then().statusCode(200).body("status", equalTo("UP"));
        management().get("/health").then().statusCode(200);
        management()
                .get("/health/detailed")
                .then()
                .statusCode(200)
                .body("status", equalTo("up"))
                .body("checks.latency_ms", everyItem(not(equalTo(null))));
        management().get("/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        given().get("/metrics").then().statusCode(404);
    }

    @Test
    void describesItsRoutesAndWhoMayCallThemOnTheManagementPortOnly() {
        management()
                .accept(ContentType.JSON)
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("paths.'/echo'.post.security[0].SecurityScheme", contains("search"))
                .body("paths.'/echo/broken'.get", not(hasKey("security")))
                .body("components.schemas.SearchRequest.properties", hasKey("top_k"))
                .body("components.schemas.SearchRequest.properties.query.type", is("string"))
                .body("components.schemas.SearchRequest.properties.top_k.type", contains("integer", "null"))
                .body("components.schemas.SearchRequest.properties.leg.anyOf[1].type", is("null"));
        given().get("/openapi").then().statusCode(404);
        given().get("/q/swagger-ui").then().statusCode(404);
    }

    private static RequestSpecification searching() {
        return given().header("Authorization", TestTokens.bearer(TENANT, Scope.SEARCH))
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification management() {
        return given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class));
    }
}
