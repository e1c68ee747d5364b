package io.frontdesk.e2e;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Ids;
import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What was taken away is refused by both gateways on their next request, although both had used it a moment before. Each is
 * tried for {@code frontdesk.rounds}, which {@code make isolation} sets to 100.
 */
@ExtendWith(SuiteExtension.class)
class EveryGatewayRefusesTest {
    private static final int ROUNDS = Integer.getInteger("frontdesk.rounds", 10);
    private static final String PASSWORD = "correct horse battery";

    private final Suite suite;
    private String tenant = "";
    private String adminKey = "";

    EveryGatewayRefusesTest(Suite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void newTenant() {
        tenant = post(1, suite.operatorKey(), "/v1/tenants", Map.of("name", "Shop " + Ids.next(), "plan", "gold"))
                .getString("id");
        adminKey = post(1, suite.operatorKey(), "/v1/tenants/" + tenant + "/api-keys", key("admin"))
                .getString("key");
    }

    @Test
    void aRevokedKeyIsRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            var key = post(gateway(round), adminKey, "/v1/api-keys", key("documents:read"));
            isTaken(key.getString("key"));

            delete(gateway(round), "/v1/api-keys/" + key.getString("id"));

            isRefused(key.getString("key"));
        }
    }

    @Test
    void aSuspendedTenantIsRefusedUntilItIsResumed() {
        for (int round = 0; round < ROUNDS; round++) {
            isTaken(adminKey);

            setStatus(gateway(round), "suspended");
            isRefused(adminKey);

            setStatus(gateway(round), "active");
        }
        isTaken(adminKey);
    }

    @Test
    void aRemovedUserIsRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            String email = Ids.next() + "@example.com";
            String id = newUser(round, email);
            var tokens = login(round, email);
            isTaken(tokens.getString("access_token"));

            delete(gateway(round), "/v1/users/" + id);

            isRefused(tokens.getString("access_token"));
            cannotRefresh(round, tokens.getString("refresh_token"));
        }
    }

    @Test
    void aUserWhoHasLoggedOutIsRefusedAndOtherSessionsGoOn() {
        String email = Ids.next() + "@example.com";
        newUser(0, email);
        String other = login(0, email).getString("access_token");
        for (int round = 0; round < ROUNDS; round++) {
            var tokens = login(round, email);
            isTaken(tokens.getString("access_token"));

            via(gateway(round), tokens.getString("access_token"))
                    .post("/v1/auth/logout")
                    .then()
                    .statusCode(204);

            isRefused(tokens.getString("access_token"));
            cannotRefresh(round, tokens.getString("refresh_token"));
        }
        isTaken(other);
    }

    @Test
    void aVisitorIsRefusedWithTheKeyThatLetItIn() {
        for (int round = 0; round < ROUNDS; round++) {
            var key = post(gateway(round), adminKey, "/v1/api-keys", key("chat"));
            String visitor = post(gateway(round), key.getString("key"), "/v1/visitor-tokens", Map.of("visitor", "v1"))
                    .getString("access_token");
            for (int gateway = 1; gateway <= 2; gateway++) {
                via(gateway, visitor).get("/v1/auth/me").then().statusCode(200);
            }

            delete(gateway(round), "/v1/api-keys/" + key.getString("id"));

            isRefused(visitor);
        }
    }

    /** By both gateways, over both ways to carry a credential. */
    private void isTaken(String credential) {
        for (int gateway = 1; gateway <= 2; gateway++) {
            via(gateway, credential).get("/v1/documents").then().statusCode(200);
            at(gateway)
                    .header("X-Api-Key", credential)
                    .get("/v1/documents")
                    .then()
                    .statusCode(200);
        }
    }

    private void isRefused(String credential) {
        for (int gateway = 1; gateway <= 2; gateway++) {
            for (var request : List.of(via(gateway, credential), at(gateway).header("X-Api-Key", credential))) {
                request.get("/v1/documents")
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/unauthenticated"));
            }
        }
    }

    private String newUser(int round, String email) {
        return post(
                        gateway(round),
                        adminKey,
                        "/v1/users",
                        Map.of("email", email, "password", PASSWORD, "role", "viewer"))
                .getString("id");
    }

    private JsonPath login(int round, String email) {
        return at(gateway(round))
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void cannotRefresh(int round, String refreshToken) {
        at(gateway(round))
                .body(Map.of("refresh_token", refreshToken))
                .post("/v1/auth/refresh")
                .then()
                .statusCode(401);
    }

    private void setStatus(int gateway, String status) {
        via(gateway, suite.operatorKey())
                .body(Map.of("status", status))
                .patch("/v1/tenants/" + tenant)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private JsonPath post(int gateway, String credential, String path, Map<String, Object> body) {
        return via(gateway, credential)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void delete(int gateway, String path) {
        via(gateway, adminKey).delete(path).then().statusCode(204);
    }

    private RequestSpecification via(int gateway, String credential) {
        return at(gateway).header("Authorization", "Bearer " + credential);
    }

    private RequestSpecification at(int gateway) {
        return given().baseUri(suite.gatewayUrl(gateway)).contentType(ContentType.JSON);
    }

    private static int gateway(int round) {
        return round % 2 + 1;
    }

    private static Map<String, Object> key(String scope) {
        return Map.of("name", "revocation", "scopes", List.of(scope));
    }
}
