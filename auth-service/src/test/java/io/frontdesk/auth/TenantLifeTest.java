package io.frontdesk.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator does with tenants that are there. */
@QuarkusTest
class TenantLifeTest extends ServiceTest {
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Inject
    Owner owner;

    private UUID tenant;

    @BeforeEach
    void found() {
        tenant = newTenant();
    }

    @Test
    void isRead() {
        get("/tenants/" + tenant)
                .statusCode(200)
                .body("id", equalTo(tenant.toString()))
                .body("status", equalTo("active"))
                .body("plan", equalTo("standard"));
    }

    @Test
    void isListedOldestFirstAndPageByPage() {
        UUID second = newTenant();

        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            var page = get("/tenants?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("data.id"));
            cursor = page.path("next_cursor");
        } while (cursor != null);

        assertThat(ids)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(Tenant.INSTALLATION.toString(), tenant.toString(), second.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1"})
    void isListedInPagesOfBoundedSize(String limit) {
        isInvalidField(get("/tenants?limit=" + limit), "limit");
    }

    @Test
    void getsAnotherNameAndPlan() {
        patch(tenant, Map.of("name", "Renamed", "plan", "gold"))
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("plan", equalTo("gold"));

        get("/tenants/" + tenant).body("name", equalTo("Renamed")).body("plan", equalTo("gold"));
        assertThat(state())
                .containsEntry(TenantState.PLAN, "gold")
                .containsEntry(TenantState.STATUS, TenantState.ACTIVE)
                .containsEntry(TenantState.VERSION, "2");
    }

    @Test
    void isSuspendedAndServedAgain() {
        String key = newKey(tenant, "chat").getString("key");
        exchange(key).statusCode(200);

        patch(tenant, Map.of("status", "suspended")).statusCode(200).body("status", equalTo("suspended"));
        assertThat(state()).containsEntry(TenantState.STATUS, TenantState.SUSPENDED);
        isProblem(exchange(key), 401, "unauthenticated");

        patch(tenant, Map.of("status", "active")).statusCode(200).body("status", equalTo("active"));
        assertThat(state()).containsEntry(TenantState.STATUS, TenantState.ACTIVE);
        exchange(key).statusCode(200);
    }

    @Test
    void staysAsItIsWhereNothingIsToChange() {
        patch(tenant, Map.of("plan", "standard", "status", "active")).statusCode(200);

        assertThat(state()).containsEntry(TenantState.VERSION, "1");
    }

    @Test
    void leavesATrailOfWhatWasDone() throws SQLException {
        patch(tenant, Map.of("name", "Renamed", "plan", "gold", "status", "suspended"))
                .statusCode(200);
        patch(tenant, Map.of("status", "active")).statusCode(200);

        assertThat(owner.query(
                        "select action || ' ' || actor || ' ' || target from audit_events where tenant_id = '%s' order by id"
                                .formatted(tenant)))
                .allMatch(event -> event.endsWith(" tenant:" + tenant) && event.contains(" key:"))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly(
                        "tenant_created",
                        "tenant_changed",
                        "tenant_plan_changed",
                        "tenant_suspended",
                        "tenant_resumed");
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "plan, platinum", "plan, Gold", "status, deleting", "status, ACTIVE", "id, x", "version, 3"
    })
    void refusesAChangeToWhatThereIsNot(String field, String value) {
        isInvalidField(patch(tenant, Map.of(field, value)), field);
    }

    @Test
    void cannotBeTheInstallationsOwnToBeSuspendedOrDeleted() {
        isProblem(patch(Tenant.INSTALLATION, Map.of("status", "suspended")), 409, "conflict");
        isProblem(delete(Tenant.INSTALLATION, operator()), 409, "conflict");
    }

    @Test
    void hasToExist() {
        isProblem(get("/tenants/" + Ids.next()), 404, "not-found");
        isProblem(get("/tenants/none"), 404, "not-found");
        isProblem(patch(Ids.next(), Map.of("name", "A")), 404, "not-found");
        isProblem(delete(Ids.next(), operator()), 404, "not-found");
    }

    @Test
    void isNoneOfATenantsBusiness() {
        String admin = tokenOf(tenant, "admin");

        isProblem(get("/tenants", admin), 403, "forbidden");
        isProblem(get("/tenants/" + tenant, admin), 403, "forbidden");
        isProblem(patch(tenant, admin, Map.of("plan", "gold")), 403, "forbidden");
        isProblem(delete(tenant, admin), 403, "forbidden");
        get("/tenants?limit=1").body("data[0].plan", equalTo("operator")).body("data[1]", nullValue());
    }

    private Map<String, String> state() {
        return redis.hash(String.class).hgetall(TenantState.key(tenant));
    }

    private static ValidatableResponse get(String path) {
        return get(path, operator());
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get("/internal/v1" + path).then();
    }

    private static ValidatableResponse patch(UUID id, Object body) {
        return patch(id, operator(), body);
    }

    private static ValidatableResponse patch(UUID id, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/internal/v1/tenants/" + id)
                .then();
    }

    private static ValidatableResponse delete(UUID id, String token) {
        return given().auth().oauth2(token).delete("/internal/v1/tenants/" + id).then();
    }
}
