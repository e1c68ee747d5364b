package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key's end: revoked, or rotated. */
@QuarkusTest
class ApiKeyRotationTest extends ServiceTest {
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    @Inject
    Traces traces;

    private UUID tenant;
    private String admin;

    @BeforeEach
    void foundATenant() {
        tenant = newTenant();
        admin = tokenOf(tenant, "admin");
    }

    @Test
    void givesAKeyThatMayDoTheSame() {
        JsonPath old = newLabelledKey();

        JsonPath next = rotate(old, Map.of())
                .statusCode(201)
                .body("id", not(equalTo(old.getString("id"))))
                .body("name", equalTo("web"))
                .body("scopes", contains("chat", "search"))
                .body("acl", contains("hr", "staff"))
                .extract()
                .jsonPath();

        exchange(next.getString("key")).statusCode(200).body("acl", contains("hr", "staff"));
        exchange(old.getString("key")).statusCode(200);
    }

    @Test
    void letsTheOldKeyGoOnForTheOverlapOnly() {
        JsonPath old = newLabelledKey();
        Instant before = Instant.now();

        rotate(old, Map.of("overlap_seconds", 3600)).statusCode(201);

        Instant end = Instant.parse(read(old).statusCode(200).extract().path("expires_at"));
        assertThat(Duration.between(before, end)).isBetween(Duration.ofSeconds(3599), Duration.ofMinutes(70));
    }

    @Test
    void withoutAnOverlapEndsTheOldKeyAtOnce() {
        JsonPath old = newLabelledKey();

        String next = rotate(old, Map.of("overlap_seconds", 0))
                .statusCode(201)
                .extract()
                .path("key");

        isProblem(exchange(old.getString("key")), 401, "unauthenticated");
        exchange(next).statusCode(200);
    }

    @Test
    void doesNotProlongAKeyThatEndsSooner() {
        Instant soon = Instant.now().plusSeconds(600);
        JsonPath old = post(
                        "/api-keys",
                        admin,
                        Map.of("name", "web", "scopes", List.of("chat"), "expires_at", soon.toString()))
                .extract()
                .jsonPath();

        Instant nextEnd = Instant.parse(rotate(old, Map.of("overlap_seconds", THIRTY_DAYS))
                .statusCode(201)
                .extract()
                .path("expires_at"));

        Instant oldEnd = Instant.parse(read(old).extract().path("expires_at"));
        assertThat(Duration.between(oldEnd, soon).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(nextEnd).isAfter(oldEnd);
    }

    @Test
    void raisesTheEpochThatGatewaysCompare() throws SQLException {
        JsonPath key = newLabelledKey();
        String name = "key:" + key.getString("id");
        exchange(key.getString("key")).body("epochs", equalTo(Map.of(name, 0)));

        rotate(key, Map.of()).statusCode(201);

        assertThat(traces.state(tenant, name)).isEqualTo("1");
        exchange(key.getString("key")).body("epochs", equalTo(Map.of(name, 1)));

        revoke(admin, key).statusCode(204);

        assertThat(traces.state(tenant, name)).isEqualTo("2");
        assertThat(traces.waiting(tenant)).isZero();
    }

    @Test
    void andRevocationAreAccountedFor() throws SQLException {
        JsonPath key = newLabelledKey();
        String target = "key:" + key.getString("id");

        String next = rotate(key, Map.of("overlap_seconds", 60)).extract().path("id");
        revoke(admin, key).statusCode(204);

        assertThat(traces.audited(tenant))
                .anyMatch(event -> event.startsWith("api_key_created key:") && event.contains(target))
                .anyMatch(event -> event.startsWith("api_key_rotated key:")
                        && event.contains(" " + target + " ")
                        && event.contains("key:" + next))
                .anyMatch(event -> event.startsWith("api_key_revoked key:") && event.contains(" " + target + " "))
                .noneMatch(event -> event.contains(key.getString("key")));
    }

    @Test
    void ofAKeyThatIsNotThereIsRefused() {
        JsonPath revoked = newLabelledKey();
        revoke(admin, revoked).statusCode(204);
        JsonPath others = newKey(newTenant(), "chat");

        isProblem(rotate(revoked, Map.of()), 404, "not-found");
        isProblem(rotate(others, Map.of()), 404, "not-found");
        isProblem(post("/api-keys/" + Ids.next() + "/rotate", admin, Map.of()), 404, "not-found");
        exchange(others.getString("key")).statusCode(200);
    }

    @Test
    void isForAdminsOnly() {
        JsonPath key = newLabelledKey();

        isProblem(
                post("/api-keys/" + key.getString("id") + "/rotate", tokenOf(tenant, "chat", "search"), Map.of()),
                403,
                "forbidden");
    }

    /** Else an admin of the installation's own tenant would become its operator. */
    @Test
    void ofTheOperatorsKeyIsTheOperatorsAlone() {
        String installation =
                exchange(InstallationResource.OPERATOR_KEY).extract().path("tenant_id");
        JsonPath operators = newKey(UUID.fromString(installation), "operator");
        String installationAdmin = tokenOf(UUID.fromString(installation), "admin");

        isProblem(
                post("/api-keys/" + operators.getString("id") + "/rotate", installationAdmin, Map.of()),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, THIRTY_DAYS + 1})
    void refusesAnOverlapThatIsOutOfBounds(long seconds) {
        isInvalidField(rotate(newLabelledKey(), Map.of("overlap_seconds", seconds)), "overlap_seconds");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        JsonPath key = newLabelledKey();

        isInvalidField(rotate(key, Map.of("overlap_seconds", "soon")), "overlap_seconds");
        isInvalidField(rotate(key, Map.of("scopes", List.of("operator"))), "scopes");
    }

    private JsonPath newLabelledKey() {
        return post(
                        "/api-keys",
                        admin,
                        Map.of("name", "web", "scopes", List.of("search", "chat"), "acl", List.of("staff", "hr")))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse rotate(JsonPath key, Map<String, ?> body) {
        return post("/api-keys/" + key.getString("id") + "/rotate", admin, body);
    }

    private ValidatableResponse read(JsonPath key) {
        return given().auth()
                .oauth2(admin)
                .get("/internal/v1/api-keys/" + key.getString("id"))
                .then();
    }

    private static ValidatableResponse revoke(String token, JsonPath key) {
        return given().auth()
                .oauth2(token)
                .delete("/internal/v1/api-keys/" + key.getString("id"))
                .then();
    }
}
