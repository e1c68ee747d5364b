package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VisitorTokenTest extends ServiceTest {
    private static final Map<String, ?> VISITOR = Map.of("visitor", "customer-17");

    @Inject
    Traces traces;

    @Inject
    Owner owner;

    private UUID tenant;
    private JsonPath key;

    @BeforeEach
    void makeAKey() {
        tenant = newTenant();
        key = newKeyOf(tenant, List.of("chat", "search"), List.of("members", "staff"));
    }

    @Test
    void letsAVisitorAskAndNothingElse() throws MalformedClaimException {
        String text = issue(VISITOR)
                .statusCode(201)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .extract()
                .path("access_token");

        JwtClaims claims = claims(text);
        assertThat(claims.getSubject()).isEqualTo("visitor:customer-17");
        assertThat(claims.getAudience()).containsExactly("frontdesk-api");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("chat");
        assertThat(claims.getStringClaimValue("key")).isEqualTo(key.getString("id"));
        exchange(text)
                .statusCode(200)
                .body("tenant_id", equalTo(tenant.toString()))
                .body("subject", equalTo("visitor:customer-17"))
                .body("scope", equalTo("chat"))
                .body("acl", empty())
                .body("epochs", equalTo(Map.of("key:" + key.getString("id"), 0)));
    }

    @Test
    void showsTheLabelsThatItWasGiven() {
        String text = issue(Map.of("visitor", "c", "acl", List.of("members")))
                .statusCode(201)
                .extract()
                .path("access_token");

        exchange(text).body("acl", contains("members"));
    }

    @Test
    void showsNoMoreThanTheKeySees() {
        isProblem(issue(Map.of("visitor", "c", "acl", List.of("members", "board"))), 403, "forbidden");
        isInvalidField(issue(Map.of("visitor", "c", "acl", List.of("*"))), "acl");
    }

    @Test
    void ofAnAdminsKeyShowsOnlyWhatIsNamed() {
        String admin = tokenOf(tenant, "admin");

        String text = post("/visitor-tokens", admin, Map.of("visitor", "c", "acl", List.of("board")))
                .statusCode(201)
                .extract()
                .path("access_token");

        exchange(text).body("acl", contains("board")).body("scope", equalTo("chat"));
    }

    @Test
    void endsWithTheKeyThatMadeIt() {
        String text = issue(VISITOR).extract().path("access_token");
        exchange(text).statusCode(200);

        given().auth()
                .oauth2(tokenOf(tenant, "admin"))
                .delete("/internal/v1/api-keys/" + key.getString("id"))
                .then()
                .statusCode(204);

        isProblem(exchange(text), 401, "unauthenticated");
        assertThat(traces.state(tenant, "key:" + key.getString("id"))).isEqualTo("1");
    }

    @Test
    void endsWithItsTenant() throws SQLException {
        String text = issue(VISITOR).extract().path("access_token");

        assertThat(owner.update("update tenants set status = 'suspended' where id = ?::uuid", tenant.toString()))
                .isOne();

        isProblem(exchange(text), 401, "unauthenticated");
    }

    @Test
    void doesNotOutliveAKeyThatExpires() {
        String shortLived = token(post(
                        "/api-keys",
                        tokenOf(tenant, "admin"),
                        Map.of(
                                "name",
                                "short",
                                "scopes",
                                List.of("chat"),
                                "expires_at",
                                Instant.now().plusSeconds(300).toString()))
                .extract()
                .path("key"));

        int expiresIn = post("/visitor-tokens", shortLived, Map.of("visitor", "c", "expires_in", 3600))
                .statusCode(201)
                .extract()
                .path("expires_in");

        assertThat(expiresIn).isBetween(1, 300);
    }

    @Test
    void isMadeByKeysThatMayChatOnly() {
        String withoutChat = tokenOf(tenant, "search", "documents:write", "tickets:read", "analytics");
        String user = token(login(newUser(tenant, "owner"), PASSWORD).extract().path("access_token"));
        String visitor = token(issue(VISITOR).extract().path("access_token"));

        isProblem(post("/visitor-tokens", withoutChat, VISITOR), 403, "forbidden");
        isProblem(post("/visitor-tokens", user, VISITOR), 403, "forbidden");
        isProblem(post("/visitor-tokens", visitor, VISITOR), 403, "forbidden");
        isProblem(post("/visitor-tokens", tokenOfService(tenant), VISITOR), 403, "forbidden");
    }

    @Test
    void doesNothingBesideAsking() {
        String visitor = token(issue(VISITOR).extract().path("access_token"));

        for (String path : List.of("/users", "/api-keys", "/settings/gateway")) {
            isProblem(given().auth().oauth2(visitor).get("/internal/v1" + path).then(), 403, "forbidden");
        }
        isProblem(post("/tenants", visitor, Map.of("name", "Mine")), 403, "forbidden");
    }

    @Test
    void isAccountedFor() throws SQLException {
        String text = issue(VISITOR).extract().path("access_token");

        assertThat(traces.audited(tenant))
                .anyMatch(event ->
                        event.startsWith("visitor_token_issued key:" + key.getString("id") + " visitor:customer-17"))
                .noneMatch(event -> event.contains(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3600})
    void livesForAnHourAtMost(int seconds) {
        issue(Map.of("visitor", "c", "expires_in", seconds)).statusCode(201).body("expires_in", equalTo(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 3601, Long.MAX_VALUE})
    void doesNotLiveForLongerOrNotAtAll(long seconds) {
        isInvalidField(issue(Map.of("visitor", "c", "expires_in", seconds)), "expires_in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "\u00e4", "a\u0000"})
    void needsAPrintableName(String name) {
        isInvalidField(issue(Map.of("visitor", name)), "visitor");
    }

    @Test
    void needsAShortName() {
        issue(Map.of("visitor", "c".repeat(128))).statusCode(201);
        isInvalidField(issue(Map.of("visitor", "c".repeat(129))), "visitor");
        isInvalidField(issue(Map.of()), "visitor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "scope", "scopes", "sub", "key"})
    void refusesFieldsThatAreNotForCallers(String field) {
        isInvalidField(issue(Map.of("visitor", "c", field, "operator")), field);
    }

    private ValidatableResponse issue(Map<String, ?> request) {
        return post("/visitor-tokens", token(key.getString("key")), request);
    }

    private static JsonPath newKeyOf(UUID tenant, List<String> scopes, List<String> labels) {
        return post(
                        "/tenants/" + tenant + "/api-keys",
                        operator(),
                        Map.of("name", "web", "scopes", scopes, "acl", labels))
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
