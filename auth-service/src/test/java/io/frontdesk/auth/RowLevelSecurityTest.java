package io.frontdesk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowLevelSecurityTest extends ServiceTest {
    private static final String TABLES = """
            select tablename from pg_tables
            where schemaname = 'auth' and tablename <> 'flyway_schema_history' order by tablename""";
    private static final String UNPROTECTED = """
            select relname from pg_class join pg_namespace n on n.oid = relnamespace
            where nspname = 'auth' and relkind = 'r' and relname <> 'flyway_schema_history'
              and not (relrowsecurity and exists (select from pg_policy where polrelid = pg_class.oid))""";

    @Inject
    Owner owner;

    /** Of the service's role. */
    @Inject
    Pool pool;

    private UUID tenant;

    @BeforeEach
    void fillEveryTable() {
        tenant = newTenant();
        newKey(tenant, "chat");
        newUser(tenant, "owner");
    }

    @Test
    void showsNoRowOfAnyTableWithoutATenant() throws SQLException {
        List<String> tables = owner.query(TABLES);

        for (String table : List.of("api_keys", "signing_keys", "tenants", "users")) {
            assertThat(owner.query("select count(*) from " + table)).as(table).isNotEqualTo(List.of("0"));
        }
        for (String table : tables) {
            assertThat(rowsSeenByTheService(table, "")).as(table).isZero();
        }
    }

    @Test
    void showsATenantItsOwnRowsOnly() {
        assertThat(rowsSeenByTheService("tenants", tenant.toString())).isOne();
        assertThat(rowsSeenByTheService("api_keys", tenant.toString())).isOne();
        assertThat(rowsSeenByTheService("users", tenant.toString())).isOne();
    }

    @Test
    void standsOnEveryTable() throws SQLException {
        assertThat(owner.query(UNPROTECTED)).isEmpty();
    }

    @Test
    void keepsTenantsApartInEveryTable() {
        var tables = TenantTables.ofThisTest("auth");

        assertThat(tables.names()).contains("api_keys", "users");
        assertThat(tables.flaws()).isEmpty();
    }

    /** No grant at all is no row. */
    private long rowsSeenByTheService(String table, String tenant) {
        return pool.withTransaction(connection -> connection
                        .query("set local app.tenant = '" + tenant + "'")
                        .execute()
                        .chain(() -> connection
                                .query("select count(*) from " + table)
                                .execute()))
                .map(rows -> rows.iterator().next().getLong(0))
                .onFailure(RowLevelSecurityTest::isDenied)
                .recoverWithItem(0L)
                .await()
                .indefinitely();
    }

    private static boolean isDenied(Throwable e) {
        return e instanceof PgException refused && "42501".equals(refused.getSqlState());
    }
}
