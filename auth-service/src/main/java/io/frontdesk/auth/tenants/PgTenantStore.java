package io.frontdesk.auth.tenants;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Tenants in PostgreSQL. */
@ApplicationScoped
public class PgTenantStore {
    /** What makes a {@link Tenant}. */
    public static final String COLUMNS = "id, name, plan, status, version, settings_version, created_at";

    private static final String INSERT = "insert into tenants (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String FIND = "select " + COLUMNS + " from tenants where id = $1";

    private final TenantDatabase database;

    PgTenantStore(TenantDatabase database) {
        this.database = database;
    }

    /** Inserts a tenant that is there only if what has to be done before the commit succeeds. */
    Uni<Void> insert(Tenant tenant, Supplier<Uni<Void>> beforeCommit) {
        return database.inTransaction(
                tenant.id(), connection -> insert(connection, INSERT, tenant).chain(beforeCommit::get));
    }

    Uni<Void> insertIfAbsent(Tenant tenant) {
        return database.query(
                tenant.id(), connection -> insert(connection, INSERT + " on conflict (id) do nothing", tenant));
    }

    Uni<Optional<Tenant>> find(UUID id) {
        return database.query(id, connection -> connection.preparedQuery(FIND).execute(Tuple.of(id)))
                .map(PgTenantStore::first);
    }

    private static Uni<Void> insert(SqlConnection connection, String sql, Tenant tenant) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.from(List.of(
                        tenant.id(),
                        tenant.name(),
                        tenant.plan(),
                        tenant.status().wireName(),
                        tenant.version(),
                        tenant.settingsVersion(),
                        tenant.createdAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }

    private static Optional<Tenant> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(tenant(row.next())) : Optional.empty();
    }

    /** A row of {@code tenants}. */
    public static Tenant tenant(Row row) {
        return new Tenant(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("plan"),
                TenantStatus.fromWireName(row.getString("status")),
                row.getLong("version"),
                row.getLong("settings_version"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
