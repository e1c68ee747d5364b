package io.frontdesk.kit.database;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;

/** The database as one tenant sees it: row-level security hides everything else. */
@ApplicationScoped
public class TenantDatabase {
    private static final String SET_TENANT = "select set_config('app.tenant', $1, true)";

    private final Pool pool;

    TenantDatabase(Pool pool) {
        this.pool = pool;
    }

    /** Runs work in one transaction, which is rolled back where the work fails. */
    public <T> Uni<T> inTransaction(UUID tenant, Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> setTenant(connection, tenant).chain(() -> work.apply(connection)));
    }

    /**
     * Runs one statement in a transaction of its own, in one round trip: {@code BEGIN}, the tenant, the statement and
     * {@code COMMIT} are sent together. After a failed statement PostgreSQL makes a rollback of the commit.
     */
    public <T> Uni<T> query(UUID tenant, Function<SqlConnection, Uni<T>> statement) {
        return pool.withConnection(connection -> Uni.combine()
                .all()
                .unis(
                        connection.query("BEGIN").execute(),
                        setTenant(connection, tenant),
                        statement.apply(connection),
                        connection.query("COMMIT").execute())
                .collectFailures()
                .with((begun, bound, result, committed) -> result)
                .onFailure(CompositeException.class)
                .transform(e -> ((CompositeException) e).getCauses().getFirst()));
    }

    private static Uni<Void> setTenant(SqlConnection connection, UUID tenant) {
        return connection
                .preparedQuery(SET_TENANT)
                .execute(Tuple.of(tenant.toString()))
                .replaceWithVoid();
    }
}
