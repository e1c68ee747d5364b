package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was valid when it was given, and is not any more. */
@QuarkusTest
class SuspensionTest extends ServiceTest {
    @Inject
    Owner owner;

    @Test
    void ofATenantHoldsForItsKeysUsersAndTheirTokens() throws SQLException {
        UUID tenant = newTenant();
        String key = newKey(tenant, "chat").getString("key");
        String email = newUser(tenant, "owner");
        String access = login(email, PASSWORD).extract().path("access_token");
        exchange(access).statusCode(200);

        assertThat(owner.update("update tenants set status = 'suspended' where id = ?::uuid", tenant.toString()))
                .isOne();

        isProblem(exchange(key), 401, "unauthenticated");
        isProblem(exchange(access), 401, "unauthenticated");
        isProblem(login(email, PASSWORD), 401, "unauthenticated");
    }

    @Test
    void ofAKeyComesWithItsExpiry() throws SQLException {
        var key = newKey(newTenant(), "chat");
        exchange(key.getString("key")).statusCode(200);

        assertThat(owner.update("update api_keys set expires_at = now() where id = ?::uuid", key.getString("id")))
                .isOne();

        isProblem(exchange(key.getString("key")), 401, "unauthenticated");
    }

    @Test
    void ofAUserComesWithItsRemoval() throws SQLException {
        String email = newUser(newTenant(), "owner");
        String access = login(email, PASSWORD).extract().path("access_token");

        assertThat(owner.update("delete from users where email = ?", email)).isOne();

        isProblem(exchange(access), 401, "unauthenticated");
    }
}
