package io.frontdesk.e2e.isolation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.frontdesk.local.suite.Suite;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;

/** A user of a tenant. */
record Person(Suite suite, String email, String password) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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

    /** Once others have asked less from this address. */
    private JsonPath login() {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::answer, answer -> answer.statusCode() != 429)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Response answer() {
        return given().baseUri(suite.gatewayUrl(1))
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", password))
                .post("/v1/auth/login");
    }
}
