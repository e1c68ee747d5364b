package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyTest extends ServiceTest {
    @Test
    void isShownOnce() {
        String admin = tokenOf(newTenant(), "admin");

        JsonPath created = post("/api-keys", admin, Map.of("name", "web", "scopes", List.of("search", "chat")))
                .statusCode(201)
                .body("name", equalTo("web"))
                .body("scopes", contains("chat", "search"))
                .extract()
                .jsonPath();

        assertThat(created.getString("key")).startsWith(created.getString("prefix") + "_");
        String list = list(admin, "").statusCode(200).extract().asString();
        assertThat(list).contains(created.getString("id")).doesNotContain(created.getString("key"));
    }

    @Test
    void isRefusedAfterItWasRevoked() {
        UUID tenant = newTenant();
        String admin = tokenOf(tenant, "admin");
        JsonPath key = newKey(tenant, "chat");

        revoke(admin, key.getString("id")).statusCode(204);

        isProblem(exchange(key.getString("key")), 401, "unauthenticated");
        isProblem(revoke(admin, key.getString("id")), 404, "not-found");
    }

    @Test
    void ofAnotherTenantIsNotThere() {
        UUID other = newTenant();
        JsonPath key = newKey(other, "chat");
        String admin = tokenOf(newTenant(), "admin");

        isProblem(revoke(admin, key.getString("id")), 404, "not-found");

        exchange(key.getString("key")).statusCode(200);
        assertThat(list(admin, "").extract().asString()).doesNotContain(key.getString("id"));
    }

    @Test
    void areListedPageByPage() {
        UUID tenant = newTenant();
        String admin = tokenOf(tenant, "admin");
        String second = newKey(tenant, "chat").getString("id");

        String cursor = list(admin, "?limit=1")
                .statusCode(200)
                .body("data.size()", equalTo(1))
                .body("next_cursor", notNullValue())
                .extract()
                .path("next_cursor");

        list(admin, "?limit=1&cursor=" + cursor)
                .body("data.id", contains(second))
                .body("next_cursor", nullValue());
    }

    @Test
    void cannotDoMoreThanItsMaker() {
        String admin = tokenOf(newTenant(), "admin");

        isProblem(
                post("/api-keys", admin, Map.of("name", "a", "scopes", List.of("chat", "operator"))), 403, "forbidden");
    }

    @Test
    void isMadeByAnAdminOnly() {
        String chat = tokenOf(newTenant(), "chat", "search", "documents:write");

        isProblem(post("/api-keys", chat, Map.of("name", "a", "scopes", List.of("chat"))), 403, "forbidden");
        isProblem(list(chat, ""), 403, "forbidden");
        isProblem(revoke(chat, Ids.next().toString()), 403, "forbidden");
    }

    @Test
    void isMadeForAnotherTenantByTheOperatorOnly() {
        String admin = tokenOf(newTenant(), "admin");

        isProblem(
                post("/tenants/" + newTenant() + "/api-keys", admin, Map.of("name", "a", "scopes", List.of("chat"))),
                403,
                "forbidden");
    }

    @Test
    void endsWithItsExpiry() {
        String admin = tokenOf(newTenant(), "admin");
        Instant soon = Instant.now().plusSeconds(60);

        String key = post(
                        "/api-keys",
                        admin,
                        Map.of("name", "a", "scopes", List.of("chat"), "expires_at", soon.toString()))
                .statusCode(201)
                .body("expires_at", not(empty()))
                .extract()
                .path("key");

        int expiresIn = exchange(key).statusCode(200).extract().path("expires_in");
        assertThat(expiresIn).isBetween(1, 60);
    }

    @Test
    void refusesAnExpiryThatHasPassed() {
        isInvalidField(create("2020-01-01T00:00:00Z", "chat"), "expires_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "+10000-01-01T00:00:00Z"})
    void refusesAnExpiryThatIsNoTime(String expiresAt) {
        isInvalidField(create(expiresAt, "chat"), "expires_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chats", "CHAT"})
    void refusesUnknownScopes(String scope) {
        isInvalidField(create("2999-01-01T00:00:00Z", scope), "scopes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "key", "id"})
    void refusesFieldsThatAreNotForCallers(String field) {
        String admin = tokenOf(newTenant(), "admin");

        isInvalidField(
                post("/api-keys", admin, Map.of("name", "a", "scopes", List.of("chat"), field, Ids.next())), field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1"})
    void refusesPagesOfOtherSizes(String limit) {
        isInvalidField(list(tokenOf(newTenant(), "admin"), "?limit=" + limit), "limit");
    }

    @Test
    void refusesACursorThatIsNone() {
        isInvalidField(list(tokenOf(newTenant(), "admin"), "?cursor=first"), "cursor");
    }

    @Test
    void isReadAloneByItsTenantOnly() {
        UUID tenant = newTenant();
        JsonPath key = newKey(tenant, "chat");

        get(tokenOf(tenant, "admin"), key.getString("id"))
                .statusCode(200)
                .body("id", equalTo(key.getString("id")))
                .body("prefix", equalTo(key.getString("prefix")))
                .body("key", nullValue());

        isProblem(get(tokenOf(newTenant(), "admin"), key.getString("id")), 404, "not-found");
        isProblem(get(tokenOf(tenant, "admin"), "none"), 404, "not-found");
        isProblem(get(tokenOf(tenant, "chat"), key.getString("id")), 403, "forbidden");
    }

    @Test
    void tellsWhenItWasUsedLast() {
        UUID tenant = newTenant();
        String admin = tokenOf(tenant, "admin");
        JsonPath key = newKey(tenant, "chat");
        get(admin, key.getString("id")).body("last_used_at", nullValue());
        Instant before = Instant.now();

        exchange(key.getString("key")).statusCode(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(admin, key.getString("id")).body("last_used_at", notNullValue()));
        Instant used = Instant.parse(get(admin, key.getString("id")).extract().path("last_used_at"));
        assertThat(used).isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void needsANameOfAPossibleLength() {
        String admin = tokenOf(newTenant(), "admin");

        post("/api-keys", admin, Map.of("name", "n".repeat(200), "scopes", List.of("chat")))
                .statusCode(201);
        isInvalidField(post("/api-keys", admin, Map.of("name", "n".repeat(201), "scopes", List.of("chat"))), "name");
        isInvalidField(post("/api-keys", admin, Map.of("scopes", List.of("chat"))), "name");
        isInvalidField(post("/api-keys", admin, Map.of("name", "a")), "scopes");
    }

    private static ValidatableResponse get(String token, String id) {
        return given().auth().oauth2(token).get("/internal/v1/api-keys/" + id).then();
    }

    private static ValidatableResponse create(String expiresAt, String scope) {
        String admin = tokenOf(newTenant(), "admin");
        return post("/api-keys", admin, Map.of("name", "a", "scopes", List.of(scope), "expires_at", expiresAt));
    }

    private static ValidatableResponse list(String token, String query) {
        return given().auth().oauth2(token).get("/internal/v1/api-keys" + query).then();
    }

    private static ValidatableResponse revoke(String token, String id) {
        return given().auth()
                .oauth2(token)
                .delete("/internal/v1/api-keys/" + id)
                .then();
    }
}
