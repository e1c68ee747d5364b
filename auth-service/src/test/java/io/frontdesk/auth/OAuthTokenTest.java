package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.frontdesk.contracts.Claims;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OAuthTokenTest extends ServiceTest {
    private UUID tenant;
    private JsonPath key;
    private String id;
    private String secret;

    @BeforeEach
    void makeAKey() {
        tenant = newTenant();
        key = newKey(tenant, "documents:write");
        id = key.getString("prefix");
        secret = key.getString("key").substring(id.length() + 1);
    }

    @Test
    void givesATokenForAnApiKey() throws MalformedClaimException {
        String token = clientCredentials(id, secret)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .body("scope", equalTo("documents:write"))
                .body("refresh_token", nullValue())
                .extract()
                .path("access_token");

        JwtClaims claims = claims(token(token));
        assertThat(claims.getSubject()).isEqualTo("key:" + key.getString("id"));
        assertThat(claims.getStringClaimValue(Claims.TENANT_ID)).isEqualTo(tenant.toString());
        assertThat(claims.getStringClaimValue(Claims.SCOPE)).isEqualTo("documents:write");
    }

    @Test
    void knowsAKeyByTheHeaderToo() {
        token(given().auth().preemptive().basic(id, secret).formParam("grant_type", "client_credentials"))
                .statusCode(200)
                .body("scope", equalTo("documents:write"));
    }

    @Test
    void givesATokenThatEndsWithItsKey() {
        String token = clientCredentials(id, secret).extract().path("access_token");
        given().auth()
                .oauth2(tokenOf(tenant, "admin"))
                .delete("/internal/v1/api-keys/" + key.getString("id"))
                .then()
                .statusCode(204);

        isProblem(exchange(token), 401, "unauthenticated");
        isRefused(clientCredentials(id, secret), 401, "invalid_client");
    }

    @Test
    void refreshesASession() {
        JsonPath session = login(newUser(tenant, "agent"), PASSWORD).extract().jsonPath();

        ValidatableResponse refreshed = refresh(session.getString("refresh_token"));

        refreshed
                .statusCode(200)
                .body("refresh_token", startsWith("fdr_"))
                .body("refresh_token", not(equalTo(session.getString("refresh_token"))))
                .body("scope", startsWith("chat search"));
        exchange(refreshed.extract().path("access_token")).statusCode(200);
        isRefused(refresh(session.getString("refresh_token")), 400, "invalid_grant");
        isRefused(refresh("fdr_x"), 400, "invalid_grant");
    }

    @Test
    void refusesClientsThatItDoesNotKnow() {
        isRefused(clientCredentials(id, secret.substring(1)), 401, "invalid_client");
        isRefused(clientCredentials(id, ""), 401, "invalid_client");
        isRefused(clientCredentials("fd_nobody", "a".repeat(43)), 401, "invalid_client");
        isRefused(clientCredentials("'; --", secret), 401, "invalid_client");
        isRefused(
                token(given().auth()
                                .preemptive()
                                .basic(id, "a".repeat(43))
                                .formParam("grant_type", "client_credentials"))
                        .header("WWW-Authenticate", equalTo("Basic")),
                401,
                "invalid_client");
        isRefused(
                token(given().header("Authorization", "Basic !").formParam("grant_type", "client_credentials")),
                401,
                "invalid_client");
    }

    @ParameterizedTest
    @CsvSource({"password, unsupported_grant_type", "'', invalid_request", "CLIENT_CREDENTIALS, unsupported_grant_type"
    })
    void refusesGrantsThatItDoesNotMake(String grant, String error) {
        isRefused(token(given().formParam("grant_type", grant)), 400, error);
    }

    @Test
    void refusesWhatIsSaidTwiceOrInTwoWays() {
        isRefused(
                token(given().formParam("grant_type", "client_credentials", "client_credentials")),
                400,
                "invalid_request");
        isRefused(
                token(given().auth()
                        .preemptive()
                        .basic(id, secret)
                        .formParams(Map.of("grant_type", "client_credentials", "client_secret", secret))),
                400,
                "invalid_request");
        isRefused(token(given().formParam("grant_type", "refresh_token")), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "&", "grant_type", "=&=x&grant_type=%zz", "grant_type=%00", "%C3%90=%FF"})
    void refusesFormsThatAreBroken(String form) {
        token(given().contentType("application/x-www-form-urlencoded").body(form))
                .statusCode(400)
                .contentType("application/json")
                .body("error", is(in(List.of("invalid_request", "unsupported_grant_type"))));
    }

    @Test
    void takesFormsOnly() {
        isProblem(post("/auth/token", "", Map.of("grant_type", "client_credentials")), 415, "unsupported-media-type");
    }

    private static ValidatableResponse clientCredentials(String id, String secret) {
        return token(given().formParams(
                        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret)));
    }

    private static ValidatableResponse refresh(String token) {
        return token(given().formParams(Map.of("grant_type", "refresh_token", "refresh_token", token)));
    }

    private static ValidatableResponse token(RequestSpecification request) {
        return request.post("/internal/v1/auth/token").then();
    }

    private static void isRefused(ValidatableResponse response, int status, String error) {
        response.statusCode(status)
                .contentType("application/json")
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo(error))
                .body("error_description", not(equalTo("")));
    }
}
