package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.Ids;
import io.frontdesk.testing.LargeBody;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenExchangeTest extends ServiceTest {
    private static final String ALL_OF_A_TENANT =
            "chat search documents:read documents:write tickets:read tickets:write analytics admin";

    @Test
    void makesAnInternalTokenOfAnApiKey() throws MalformedClaimException {
        UUID tenant = newTenant();
        JsonPath key = newKey(tenant, "chat", "documents:write");

        String token = exchange(key.getString("key"))
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("tenant_id", equalTo(tenant.toString()))
                .body("subject", equalTo("key:" + key.getString("id")))
                .body("scope", equalTo("chat documents:write"))
                .extract()
                .path("access_token");

        JwtClaims claims = claims(token);
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8081");
        assertThat(claims.getAudience()).containsExactly(Claims.INTERNAL_AUDIENCE);
        assertThat(claims.getSubject()).isEqualTo("key:" + key.getString("id"));
        assertThat(claims.getStringClaimValue(Claims.TENANT_ID)).isEqualTo(tenant.toString());
        assertThat(claims.getStringClaimValue(Claims.SCOPE)).isEqualTo("chat documents:write");
        assertThat(claims.getStringClaimValue(Claims.PLAN)).isEqualTo("standard");
        assertThat(claims.getStringListClaimValue(Claims.ACL)).isEmpty();
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void expandsWhatAnAdminMay() throws MalformedClaimException {
        String token = tokenOf(newTenant(), "admin");

        assertThat(claims(token).getStringClaimValue(Claims.SCOPE)).isEqualTo(ALL_OF_A_TENANT);
        assertThat(claims(token).getStringListClaimValue(Claims.ACL)).containsExactly(Claims.ALL_LABELS);
    }

    @Test
    void expandsWhatTheOperatorMay() throws MalformedClaimException {
        assertThat(claims(operator()).getStringClaimValue(Claims.SCOPE)).isEqualTo(ALL_OF_A_TENANT + " operator");
    }

    @Test
    void makesAnInternalTokenOfAUsersToken() throws MalformedClaimException {
        UUID tenant = newTenant();
        String access = login(newUser(tenant, "viewer"), PASSWORD).extract().path("access_token");

        JwtClaims claims = claims(token(access));

        assertThat(claims.getAudience()).containsExactly(Claims.INTERNAL_AUDIENCE);
        assertThat(claims.getSubject()).startsWith("user:");
        assertThat(claims.getStringClaimValue(Claims.TENANT_ID)).isEqualTo(tenant.toString());
        assertThat(claims.getStringClaimValue(Claims.SCOPE)).isEqualTo("search documents:read tickets:read analytics");
    }

    @ParameterizedTest
    @EnumSource
    void refusesEverythingElseWithTheSameAnswer(Spoiled way) {
        String key = newKey(newTenant(), "chat").getString("key");

        ValidatableResponse refused = exchange(way.spoil(key));

        isProblem(refused, 401, "unauthenticated");
        refused.body("detail", equalTo("The credential is not valid"));
    }

    /** Ways to make a credential that is not valid, of one that is. */
    enum Spoiled {
        EMPTY(key -> ""),
        OF_NO_SHAPE(key -> "x"),
        UNKNOWN(key -> "fd_unknown_" + "a".repeat(43)),
        CUT(key -> key.substring(0, key.length() - 1)),
        LONGER(key -> key + "a"),
        WITH_A_BLANK(key -> key + " "),
        WITH_SQL(key -> key + "'; drop table api_keys; --"),
        INTERNAL_TOKEN(ServiceTest::token),
        UNSIGNED_TOKEN(key -> "eyJhbGciOiJub25lIn0." + token(key).split("\\.")[1] + "."),
        NO_TOKEN(key -> "a.b.c"),
        HUGE(key -> "x".repeat(40_000));

        private final UnaryOperator<String> way;

        Spoiled(UnaryOperator<String> way) {
            this.way = way;
        }

        String spoil(String key) {
            return way.apply(key);
        }
    }

    @Test
    void refusesARequestWithoutACredential() {
        isProblem(
                given().contentType(ContentType.JSON)
                        .body("{}")
                        .post("/internal/v1/token-exchange")
                        .then(),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "\"x\"", "{} {}"})
    void refusesABodyThatItCannotRead(String body) {
        isProblem(
                given().contentType(ContentType.JSON)
                        .body(body)
                        .post("/internal/v1/token-exchange")
                        .then(),
                400,
                "malformed-request");
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        var exchange = URI.create("http://localhost:" + RestAssured.port + "/internal/v1/token-exchange");

        assertThat(LargeBody.post(exchange, "Bearer none", 3_000_000).statusCode())
                .isEqualTo(413);
    }

    @Test
    void givesServicesATokenForATenant() throws MalformedClaimException {
        UUID tenant = newTenant();

        String token = clientToken("frontdesk", "development-only-client-secret", tenant)
                .statusCode(200)
                .body("subject", equalTo("service:frontdesk"))
                .body("tenant_id", equalTo(tenant.toString()))
                .extract()
                .path("access_token");

        assertThat(claims(token).getStringClaimValue(Claims.SCOPE))
                .isEqualTo("chat search documents:read documents:write");
        assertThat(claims(token).getStringListClaimValue(Claims.ACL)).containsExactly(Claims.ALL_LABELS);
    }

    @Test
    void givesServicesNoTokenForATenantThatIsNotThere() {
        isProblem(clientToken("frontdesk", "development-only-client-secret", Ids.next()), 404, "not-found");
    }

    @Test
    void refusesServicesThatItDoesNotKnow() {
        isProblem(clientToken("frontdesk", "another secret", newTenant()), 401, "unauthenticated");
        isProblem(clientToken("another", "development-only-client-secret", newTenant()), 401, "unauthenticated");
    }

    @Test
    void refusesServicesThatDoNotSayWhoTheyAre() {
        isProblem(
                given().contentType(ContentType.JSON)
                        .body(Map.of("tenant_id", newTenant()))
                        .post("/internal/v1/client-tokens")
                        .then(),
                401,
                "unauthenticated");
    }

    @Test
    void refusesServicesThatNameNoTenant() {
        isInvalidField(
                given().auth()
                        .preemptive()
                        .basic("frontdesk", "development-only-client-secret")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/internal/v1/client-tokens")
                        .then(),
                "tenant_id");
    }

    private static ValidatableResponse clientToken(String id, String secret, UUID tenant) {
        return given().auth()
                .preemptive()
                .basic(id, secret)
                .contentType(ContentType.JSON)
                .body(Map.of("tenant_id", tenant))
                .post("/internal/v1/client-tokens")
                .then();
    }
}
