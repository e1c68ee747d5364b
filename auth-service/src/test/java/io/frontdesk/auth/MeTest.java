package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a credential is told about itself. */
@QuarkusTest
class MeTest extends ServiceTest {
    @Test
    void isAKeyWithItsScopesAndLabels() {
        UUID tenant = newTenant();
        JsonPath key = post(
                        "/tenants/" + tenant + "/api-keys",
                        operator(),
                        Map.of("name", "a", "scopes", List.of("search", "chat"), "acl", List.of("hr")))
                .extract()
                .jsonPath();

        me(token(key.getString("key")))
                .statusCode(200)
                .body("tenant_id", equalTo(tenant.toString()))
                .body("subject", equalTo("key:" + key.getString("id")))
                .body("plan", equalTo("standard"))
                .body("scopes", contains("chat", "search"))
                .body("acl", contains("hr"));
    }

    @Test
    void isAUserWithTheScopesOfItsRole() {
        String access = login(newUser(newTenant(), "owner"), PASSWORD).extract().path("access_token");

        me(token(access))
                .body("subject", startsWith("user:"))
                .body("scopes", hasItems("admin", "chat"))
                .body("acl", contains("*"));
    }

    @Test
    void isNobodyWithoutACredential() {
        isProblem(given().get("/internal/v1/auth/me").then(), 401, "unauthenticated");
        isProblem(me("x"), 401, "unauthenticated");
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/internal/v1/auth/me").then();
    }
}
