package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.contracts.TenantState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GatewaySettingsTest extends ServiceTest {
    @Inject
    Traces traces;

    @Inject
    Owner owner;

    private UUID tenant;
    private String admin;

    @BeforeEach
    void foundATenant() {
        tenant = newTenant();
        admin = tokenOf(tenant, "admin");
    }

    @Test
    void ofANewTenantAdmitNoWebsiteAndAllOfThePlan() {
        read(admin)
                .statusCode(200)
                .body("cors.origins", empty())
                .body("cors.credentials", equalTo(false))
                .body("limits.per_minute", equalTo(600))
                .body("limits.per_hour", equalTo(20_000));
    }

    @Test
    void areReadAsTheyWereSet() {
        put(body(List.of("https://shop.example", "http://localhost:3000"), false, Map.of("per_minute", 600)))
                .statusCode(200)
                .body("cors.origins", contains("https://shop.example", "http://localhost:3000"))
                .body("cors.credentials", equalTo(false))
                .body("limits.per_minute", equalTo(600))
                .body("limits.per_hour", equalTo(20_000));

        read(admin).body("cors.origins", contains("https://shop.example", "http://localhost:3000"));
    }

    @Test
    void areReplacedAsAWhole() {
        put(body(List.of("https://shop.example"), false, Map.of("per_minute", 10, "per_hour", 100)))
                .statusCode(200);

        put(Map.of()).statusCode(200);

        read(admin)
                .body("cors.origins", empty())
                .body("cors.credentials", equalTo(false))
                .body("limits.per_minute", equalTo(600));
    }

    @Test
    void raiseTheVersionThatGatewaysCompare() throws SQLException {
        put(Map.of()).statusCode(200);
        put(Map.of()).statusCode(200);

        assertThat(traces.state(tenant, TenantState.SETTINGS_VERSION)).isEqualTo("3");
        assertThat(traces.state(tenant, TenantState.VERSION)).isEqualTo("3");
        assertThat(traces.waiting(tenant)).isZero();
        assertThat(traces.audited(tenant))
                .filteredOn(event -> event.startsWith("settings_changed key:") && event.contains("settings:gateway"))
                .hasSize(2);
    }

    @Test
    void stayWithinAPlanThatBecameSmaller() throws SQLException {
        put(body(List.of(), false, Map.of("per_minute", 500, "per_hour", 900))).statusCode(200);

        owner.update("update tenants set plan = 'free' where id = ?::uuid", tenant.toString());

        read(admin).body("limits.per_minute", equalTo(60)).body("limits.per_hour", equalTo(900));
    }

    @Test
    void ofLimitsComeWithWhatACallerIsGranted() {
        String key = newKey(tenant, "chat").getString("key");
        exchange(key).body("limits.settings_version", equalTo(1)).body("limits.per_minute", nullValue());

        put(body(List.of(), false, Map.of("per_minute", 10))).statusCode(200);

        exchange(key)
                .body("limits.settings_version", equalTo(2))
                .body("limits.per_minute", equalTo(10))
                .body("limits.per_hour", nullValue());
    }

    @Test
    void areReadByGatewaysWithTheirVersion() {
        put(body(List.of("https://shop.example"), false, Map.of("per_minute", 10)))
                .statusCode(200);

        readOf(tenant, tokenOfService(tenant))
                .statusCode(200)
                .body("settings_version", equalTo(2))
                .body("cors.origins", contains("https://shop.example"))
                .body("limits.per_minute", equalTo(10));
        readOf(tenant, operator()).statusCode(200).body("settings_version", equalTo(2));
    }

    @Test
    void areNobodyElses() {
        UUID other = newTenant();

        isProblem(readOf(tenant, tokenOfService(other)), 404, "not-found");
        isProblem(readOf(tenant, tokenOf(other, "admin")), 403, "forbidden");
        isProblem(readOf(tenant, admin), 403, "forbidden");
        isProblem(readOf(new UUID(1, 1), operator()), 404, "not-found");
        String chat = tokenOf(tenant, "chat", "search", "documents:write", "tickets:write", "analytics");
        isProblem(read(chat), 403, "forbidden");
        isProblem(put(chat, Map.of()), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "per_minute, 601",
        "per_minute, 0",
        "per_minute, -1",
        "per_hour, 20001",
        "per_hour, 0",
    })
    void haveLimitsWithinThePlan(String limit, int value) {
        isInvalidField(put(body(List.of(), false, Map.of(limit, value))), "limits." + limit);
    }

    @Test
    void canAdmitEveryWebsite() {
        put(body(List.of("*"), false, Map.of())).statusCode(200).body("cors.origins", contains("*"));
    }

    @Test
    void admitNoCredentialsOfBrowsers() {
        isInvalidField(put(body(List.of("https://shop.example"), true, Map.of())), "cors.credentials");
    }

    @Test
    void nameFiftyWebsitesAtMost() {
        put(body(origins(50), false, Map.of())).statusCode(200);
        isInvalidField(put(body(origins(51), false, Map.of())), "cors.origins");
    }

    @Test
    void nameWebsitesExactly() {
        isInvalidField(put(body(List.of("https://*.shop.example"), false, Map.of())), "cors.origins");
        isInvalidField(put(body(List.of("null"), false, Map.of())), "cors.origins");
        isInvalidField(put(body(Collections.singletonList(null), false, Map.of())), "cors.origins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant_id", "plan", "settings_version"})
    void refuseFieldsThatAreNotForCallers(String field) {
        isInvalidField(put(Map.of(field, 1)), field);
        isInvalidField(put(Map.of("limits", Map.of(field, 1))), field);
        isInvalidField(put(Map.of("cors", Map.of(field, 1))), field);
    }

    private static List<String> origins(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "https://shop-" + i + ".example")
                .toList();
    }

    private static Map<String, ?> body(List<String> origins, boolean credentials, Map<String, ?> limits) {
        return Map.of("cors", Map.of("origins", origins, "credentials", credentials), "limits", limits);
    }

    private static ValidatableResponse read(String token) {
        return given().auth().oauth2(token).get("/internal/v1/settings/gateway").then();
    }

    private static ValidatableResponse readOf(UUID tenant, String token) {
        return given().auth()
                .oauth2(token)
                .get("/internal/v1/tenants/" + tenant + "/settings/gateway")
                .then();
    }

    private ValidatableResponse put(Map<String, ?> settings) {
        return put(admin, settings);
    }

    private static ValidatableResponse put(String token, Map<String, ?> settings) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(settings)
                .put("/internal/v1/settings/gateway")
                .then();
    }
}
