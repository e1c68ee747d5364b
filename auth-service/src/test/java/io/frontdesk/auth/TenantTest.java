package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TenantTest extends ServiceTest {
    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Test
    void isCreatedByTheOperator() {
        post("/tenants", operator(), Map.of("name", " Voltmart ", "plan", "gold"))
                .statusCode(201)
                .body("id", notNullValue())
                .body("name", equalTo("Voltmart"))
                .body("plan", equalTo("gold"))
                .body("status", equalTo("active"))
                .body("created_at", notNullValue());
    }

    @Test
    void tellsGatewaysItsState() {
        UUID tenant = newTenant();

        assertThat(redis.hash(String.class).hgetall(TenantState.key(tenant)))
                .containsEntry(TenantState.STATUS, TenantState.ACTIVE)
                .containsEntry(TenantState.PLAN, "standard")
                .containsEntry(TenantState.SETTINGS_VERSION, "1");
    }

    @Test
    void isNotCreatedByATenant() {
        isProblem(post("/tenants", tokenOf(newTenant(), "admin"), Map.of("name", "Mine")), 403, "forbidden");
    }

    @Test
    void isNotCreatedByNobody() {
        isProblem(post("/tenants", "x", Map.of("name", "Mine")), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b"})
    void needsAName(String name) {
        isInvalidField(post("/tenants", operator(), Map.of("name", name)), "name");
    }

    @Test
    void refusesAPlanThatThereIsNot() {
        isInvalidField(post("/tenants", operator(), Map.of("name", "A", "plan", "platinum")), "plan");
    }

    @Test
    void refusesFieldsThatItDoesNotKnow() {
        isInvalidField(post("/tenants", operator(), Map.of("name", "A", "status", "suspended")), "status");
    }

    @Test
    void hasToExistToGetKeysAndUsers() {
        String path = "/tenants/" + Ids.next();

        isProblem(
                post(path + "/api-keys", operator(), Map.of("name", "a", "scopes", new String[] {"chat"})),
                404,
                "not-found");
        isProblem(
                post(
                        path + "/users",
                        operator(),
                        Map.of("email", "a@b.example", "password", PASSWORD, "role", "owner")),
                404,
                "not-found");
    }
}
