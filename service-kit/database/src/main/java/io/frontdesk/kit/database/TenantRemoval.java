package io.frontdesk.kit.database;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The end of a tenant's data in a service, by the SQL functions {@code refuse_tenant()} and {@code remove_rows(integer)},
 * which a service gets with the migrations in {@code db/removal}. May be done again, and goes on where it was broken off.
 */
@ApplicationScoped
public class TenantRemoval {
    /** Few enough that a transaction is short, whatever the tenant has. */
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String REFUSE = "select refuse_tenant()";
    private static final String REMOVE = "select remove_rows(" + ROWS_AT_ONCE + ")";

    private final TenantDatabase database;

    TenantRemoval(TenantDatabase database) {
        this.database = database;
    }

    /**
     * Removes all rows of a tenant. When it is done no transaction that began before leaves any, and none that begins after
     * can: they fail with {@link RemovedTenant}.
     */
    public Uni<Void> remove(UUID tenant) {
        return database.inTransaction(
                        tenant, transaction -> transaction.query(REFUSE).execute())
                .chain(() -> removeRows(tenant));
    }

    private Uni<Void> removeRows(UUID tenant) {
        return database.inTransaction(tenant, TenantRemoval::removeSome)
                .repeat()
                .whilst(removed -> removed > 0)
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Long> removeSome(SqlConnection transaction) {
        return transaction
                .query(REMOVE)
                .mapping((Row row) -> row.getLong(0))
                .execute()
                .map(rows -> rows.iterator().next());
    }
}
