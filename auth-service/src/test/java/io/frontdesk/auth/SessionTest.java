package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.TenantState;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwt.MalformedClaimException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest extends ServiceTest {
    private static final int AT_ONCE = 8;

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Inject
    Owner owner;

    @Inject
    MeterRegistry metrics;

    private UUID tenant;
    private String email;
    private JsonPath session;

    @BeforeEach
    void logIn() {
        tenant = newTenant();
        email = newUser(tenant, "agent");
        session = begin();
    }

    @Test
    void beginsWithALogin() throws MalformedClaimException {
        assertThat(session.getString("refresh_token")).startsWith("fdr_" + id(session) + "_");
        assertThat(session.getLong("refresh_expires_in")).isBetween(86_000L, 86_400L);
        assertThat(claims(token(access(session))).getStringClaimValue(Claims.SESSION))
                .isEqualTo(id(session));
        assertThat(audited()).containsExactly("sign_in succeeded session:" + id(session));
    }

    @Test
    void isNamedByWhatItsTokenIsExchangedFor() {
        exchange(access(session))
                .statusCode(200)
                .body("epochs.'" + "session:" + id(session) + "'", equalTo(0))
                .body("epochs.size()", equalTo(2));
    }

    @Test
    void goesOnWithAnotherRefreshTokenAfterEachRefresh() {
        JsonPath second = refresh(session).statusCode(200).extract().jsonPath();
        JsonPath third = refresh(second).statusCode(200).extract().jsonPath();

        assertThat(Stream.of(session, second, third).map(each -> each.getString("refresh_token")))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(session, second, third).map(SessionTest::id).distinct())
                .hasSize(1);
        exchange(access(session)).statusCode(200);
        exchange(access(third)).statusCode(200);
    }

    @Test
    void endsWhenARefreshTokenIsUsedTwice() throws MalformedClaimException {
        double before = reused();
        JsonPath second = refresh(session).extract().jsonPath();

        isProblem(refresh(session), 401, "unauthenticated");

        isProblem(refresh(second), 401, "unauthenticated");
        isProblem(exchange(access(session)), 401, "unauthenticated");
        isProblem(exchange(access(second)), 401, "unauthenticated");
        assertThat(epoch("session:" + id(session))).isEqualTo("1");
        assertThat(audited()).contains("session_reused failed session:" + id(session));
        assertThat(reused()).isEqualTo(before + 1);
        begin();
    }

    @Test
    void isRefreshedByOneOfThoseWhoUseATokenAtOnce() {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Integer>> refreshes = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> refresh(session).extract().statusCode(), threads))
                    .toList();

            assertThat(refreshes.stream().map(CompletableFuture::join).filter(status -> status == 200))
                    .hasSizeLessThanOrEqualTo(1);
        }
        isProblem(exchange(access(session)), 401, "unauthenticated");
    }

    @Test
    void doesNotEndWhenASecretIsMadeUp() {
        String other = begin().getString("refresh_token");
        String token = session.getString("refresh_token");
        String secret = other.substring(other.length() - 64);
        String flipped = token.charAt(60) == 'a' ? "b" : "a";

        isProblem(refresh("fdr_" + id(session) + "_" + secret), 401, "unauthenticated");
        isProblem(refresh(token.substring(0, 60) + flipped + token.substring(61)), 401, "unauthenticated");

        exchange(access(session)).statusCode(200);
        refresh(session).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "fdr_", "fdr_00000000-0000-7000-8000-000000000000_x"})
    void isNotRefreshedWithWhatIsNoToken(String token) {
        isProblem(refresh(token), 401, "unauthenticated");
    }

    @Test
    void isNotRefreshedWithAnAccessTokenNorExchangedForARefreshToken() {
        isProblem(refresh(access(session)), 401, "unauthenticated");
        isProblem(exchange(session.getString("refresh_token")), 401, "unauthenticated");
    }

    @Test
    void keepsNoSecret() {
        String kept = redis.hash(String.class).hgetall(key(session)).toString();

        assertThat(kept)
                .contains(tenant.toString())
                .doesNotContain(session.getString("refresh_token").substring(41));
    }

    @Test
    void isNotRefreshedForAnotherTenant() {
        redis.hash(String.class).hset(key(session), "tenant", newTenant().toString());

        isProblem(refresh(session), 401, "unauthenticated");
    }

    @Test
    void endsWithALogout() throws SQLException {
        JsonPath other = begin();

        logOut(session, Map.of()).statusCode(204);

        isProblem(exchange(access(session)), 401, "unauthenticated");
        isProblem(refresh(session), 401, "unauthenticated");
        assertThat(epoch("session:" + id(session))).isEqualTo("1");
        assertThat(owner.query("select count(*) from state_changes where tenant_id = '" + tenant + "'"))
                .containsExactly("0");
        assertThat(audited()).contains("sign_out succeeded session:" + id(session));
        exchange(access(other)).statusCode(200);
        refresh(other).statusCode(200);
    }

    @Test
    void endsWithALogoutThatSaysNothingMore() throws IOException, InterruptedException {
        var logout = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/internal/v1/auth/logout"))
                .header("Authorization", "Bearer " + token(access(session)))
                .POST(BodyPublishers.noBody())
                .build();

        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(logout, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(204);
        }

        isProblem(exchange(access(session)), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[]", "{\"everywhere\": \"perhaps\"}", "{\"user_id\": 1}"})
    void doesNotEndByAWishThatCannotBeRead(String wish) {
        given().auth()
                .oauth2(token(access(session)))
                .contentType(ContentType.JSON)
                .body(wish)
                .post("/internal/v1/auth/logout")
                .then()
                .statusCode(400);

        exchange(access(session)).statusCode(200);
    }

    @Test
    void endsOnce() {
        String internal = token(access(session));

        post("/auth/logout", internal, Map.of()).statusCode(204);
        post("/auth/logout", internal, Map.of()).statusCode(204);

        assertThat(audited()).filteredOn(event -> event.startsWith("sign_out")).hasSize(1);
    }

    @Test
    void endsWithALogoutEverywhere() {
        JsonPath other = begin();

        logOut(session, Map.of("everywhere", true)).statusCode(204);

        for (JsonPath each : List.of(session, other)) {
            isProblem(exchange(access(each)), 401, "unauthenticated");
            isProblem(refresh(each), 401, "unauthenticated");
        }
        JsonPath next = begin();
        exchange(access(next)).statusCode(200);
        assertThat(epoch(claims(access(next)).getClaimValueAsString("sub"))).isEqualTo("1");
    }

    @Test
    void survivesAnotherPasswordThatItSetAloneOfAll() {
        JsonPath other = begin();

        changePassword(session, PASSWORD, "another good password").statusCode(204);

        isProblem(exchange(access(other)), 401, "unauthenticated");
        isProblem(refresh(other), 401, "unauthenticated");
        exchange(access(session)).statusCode(200);
        refresh(session).statusCode(200);
        isProblem(login(email, PASSWORD), 401, "unauthenticated");
        JsonPath next =
                login(email, "another good password").statusCode(200).extract().jsonPath();
        exchange(access(next)).statusCode(200);
        assertThat(audited()).anyMatch(event -> event.startsWith("user_password_changed succeeded user:"));
    }

    @Test
    void doesNotChangeThePasswordForWhoeverDoesNotKnowIt() {
        isProblem(changePassword(session, "not the password", "another good password"), 401, "unauthenticated");
        isInvalidField(changePassword(session, PASSWORD, "short"), "new_password");
        isInvalidField(
                post("/auth/password", token(access(session)), Map.of("new_password", "another good password")),
                "current_password");

        login(email, PASSWORD).statusCode(200);
    }

    @Test
    void isRefreshedNeitherForARemovedUserNorForASuspendedTenant() throws SQLException {
        JsonPath ofSuspended = begin();
        owner.update("update tenants set status = 'suspended' where id = ?::uuid", tenant.toString());
        isProblem(refresh(ofSuspended), 401, "unauthenticated");
        owner.update("update tenants set status = 'active' where id = ?::uuid", tenant.toString());
        owner.update("delete from users where email = ?", email);

        isProblem(refresh(session), 401, "unauthenticated");
    }

    @Test
    void isNothingThatAKeyHas() {
        String key = tokenOf(tenant, "admin");

        isProblem(post("/auth/logout", key, Map.of()), 403, "forbidden");
        isProblem(
                post(
                        "/auth/password",
                        key,
                        Map.of("current_password", PASSWORD, "new_password", "another good password")),
                403,
                "forbidden");
        isProblem(post("/auth/logout", "", Map.of()), 401, "unauthenticated");
    }

    @Test
    void tellsItsUserWhoItIs() {
        given().auth()
                .oauth2(token(access(session)))
                .get("/internal/v1/auth/me")
                .then()
                .statusCode(200)
                .body("tenant_id", equalTo(tenant.toString()))
                .body("subject", equalTo(claims(access(session)).getClaimValueAsString("sub")))
                .body("plan", equalTo("standard"))
                .body("scopes.size()", equalTo(6))
                .body("acl.size()", equalTo(0));
    }

    private JsonPath begin() {
        return login(email, PASSWORD).statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse refresh(JsonPath session) {
        return refresh(session.getString("refresh_token"));
    }

    private static ValidatableResponse refresh(String token) {
        return post("/auth/refresh", "", Map.of("refresh_token", token));
    }

    private static ValidatableResponse logOut(JsonPath session, Map<String, ?> body) {
        return post("/auth/logout", token(access(session)), body);
    }

    private static ValidatableResponse changePassword(JsonPath session, String current, String next) {
        return post(
                "/auth/password", token(access(session)), Map.of("current_password", current, "new_password", next));
    }

    private static String access(JsonPath session) {
        return session.getString("access_token");
    }

    private static String id(JsonPath session) {
        return claims(access(session)).getClaimValueAsString(Claims.SESSION);
    }

    private static String key(JsonPath session) {
        return "session:{" + id(session) + "}";
    }

    private String epoch(String name) {
        return redis.hash(String.class).hget(TenantState.key(tenant), name);
    }

    private double reused() {
        return metrics.counter("frontdesk.sessions", "event", "reused").count();
    }

    /** What was accounted for, without the tenant's and the user's creation. */
    private List<String> audited() {
        try {
            return owner.query("select action || ' ' || outcome || ' ' || target from audit_events where tenant_id = '"
                    + tenant + "' and action not like '%created' and request_id <> '' order by id");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
