package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.TestInfrastructure;
import io.frontdesk.local.infra.Database;
import io.frontdesk.local.infra.DatabaseUrl;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A call that is cancelled on its way leaves its answer behind on the connection. Whoever takes the connection next must get
 * neither that answer nor that tenant.
 */
class CancelledQueriesTest {
    private static final int CALLS = 4_000;
    private static final int CONNECTIONS = 4;
    private static final int AT_ONCE = 3 * CONNECTIONS;
    private static final Duration LONGEST = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<UUID> TENANTS = List.of(UUID.randomUUID(), UUID.randomUUID());

    /** Takes up to some milliseconds, so that it is cut off at every stage. */
    private static final String OWN = """
            select tenant_id, $1::int as number, pg_sleep(random() * 0.004)
            from (select tenant_id from note) as seen""";

    /** Of who names no tenant. */
    private static final String NOBODYS = """
            select coalesce(current_setting('app.tenant', true), '') as tenant, (select count(*) from note) as rows,
                now() <> statement_timestamp() as inside""";

    private static final Vertx VERTX = Vertx.vertx();
    private static final Pool POOL = pool();

    private final TenantDatabase database = new TenantDatabase(POOL);

    @AfterAll
    static void close() {
        POOL.closeAndAwait();
        VERTX.closeAndAwait();
    }

    @Test
    void leaveNothingToTheNextQueryOfAConnection() throws InterruptedException {
        var interrupted =
                Interrupted.calls(CALLS, AT_ONCE, LONGEST, number -> number % 5 == 0 ? unbound() : queried(number));

        assertThat(interrupted.failures()).isEmpty();
        assertThat(interrupted.cancelled()).isGreaterThan(CALLS / 10);
        assertThat(interrupted.finished()).isGreaterThanOrEqualTo(CALLS / 2);
        requireWholePool();
    }

    @Test
    void leaveNoTransactionOpen() throws InterruptedException {
        var interrupted = Interrupted.calls(
                CALLS, AT_ONCE, LONGEST, number -> number % 5 == 0 ? unbound() : inTransaction(number));

        assertThat(interrupted.failures()).isEmpty();
        assertThat(interrupted.cancelled()).isGreaterThan(CALLS / 10);
        assertThat(interrupted.finished()).isGreaterThanOrEqualTo(CALLS / 2);
        requireWholePool();
    }

    private Uni<?> queried(int number) {
        return database.query(tenant(number), connection -> own(connection, number))
                .invoke(row -> requireOwn(row, number));
    }

    private Uni<?> inTransaction(int number) {
        return database.inTransaction(tenant(number), connection -> own(connection, number)
                        .invoke(row -> requireOwn(row, number))
                        .chain(() -> own(connection, number)))
                .invoke(row -> requireOwn(row, number));
    }

    private static Uni<?> unbound() {
        return POOL.query(NOBODYS)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(CancelledQueriesTest::requireNobodys);
    }

    private static Uni<Row> own(SqlConnection connection, int number) {
        return connection.preparedQuery(OWN).execute(Tuple.of(number)).map(rows -> rows.iterator()
                .next());
    }

    private static void requireOwn(Row row, int number) {
        if (row.getInteger("number") != number || !tenant(number).equals(row.getUUID("tenant_id"))) {
            throw new AssertionError("call " + number + " got the answer " + row.toJson());
        }
    }

    private static void requireNobodys(Row row) {
        if (!"".equals(row.getString("tenant")) || row.getLong("rows") != 0 || row.getBoolean("inside")) {
            throw new AssertionError("a connection that names no tenant still has " + row.toJson());
        }
    }

    /** Takes every connection at once: each is there, in no transaction, and knows no tenant. */
    private static void requireWholePool() {
        var connections = IntStream.range(0, CONNECTIONS)
                .mapToObj(any -> POOL.getConnection().await().atMost(LIMIT))
                .toList();
        for (var connection : connections) {
            requireNobodys(Objects.requireNonNull(connection
                    .query(NOBODYS)
                    .execute()
                    .map(rows -> rows.iterator().next())
                    .await()
                    .atMost(LIMIT)));
        }
        connections.forEach(SqlConnection::closeAndAwait);
    }

    private static UUID tenant(int number) {
        return TENANTS.get(number % TENANTS.size());
    }

    private static Pool pool() {
        var database = TestInfrastructure.ensure().createDatabase("auth");
        giveEachTenantARow(database);
        var pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(PgConnectOptions.fromUri(database.url("auth")).setCachePreparedStatements(true))
                .using(VERTX.getDelegate())
                .build();
        return Pool.newInstance(pool);
    }

    private static void giveEachTenantARow(Database database) {
        try (var connection = DatabaseUrl.parse(database.migrationUrl("auth")).connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table note (tenant_id uuid not null);
                    alter table note enable row level security;
                    create policy tenant on note to frontdesk_auth
                        using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
                    grant select on note to frontdesk_auth""");
            for (var tenant : TENANTS) {
                statement.execute("insert into note values ('" + tenant + "')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no table for the test", e);
        }
    }
}
