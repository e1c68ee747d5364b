package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;

import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

/** A user of a tenant. */
record Person(Suite suite, String email, String password) {

    /** The body that makes this user. */
    Map<String, String> as(String role) {
        return Map.of("email", email, "password", password, "role", role);
    }

    /** Of a new session. */
    String accessToken() {
        return login().getString("access_token");
    }

    /** Of a new session. */
    String refreshToken() {
        return login().getString("refresh_token");
    }

    private JsonPath login() {
        return given().baseUri(suite.gatewayUrl(1))
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
