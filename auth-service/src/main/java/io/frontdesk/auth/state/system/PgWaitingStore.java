package io.frontdesk.auth.state.system;

import io.frontdesk.auth.state.StateChange;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Changes of all tenants that wait for Redis. Each is locked while it is written, so that any number of replicas may relay. */
@ApplicationScoped
class PgWaitingStore {
    private static final String LEFT_BEHIND = """
            select id, tenant_id, epoch_name, version, status, plan, settings_version from state_changes
            where created_at < now() - make_interval(secs => $1) order by created_at limit $2
            for update skip locked""";
    private static final String DELETE = "delete from state_changes where id = any ($1)";

    private final SystemDatabase database;

    PgWaitingStore(SystemDatabase database) {
        this.database = database;
    }

    /**
     * Gives out changes that are older than this, and forgets them when they have been written; where that fails, all stay.
     *
     * @return how many there were
     */
    Uni<Integer> drain(Duration age, int atMost, Function<List<StateChange>, Uni<Void>> write) {
        return database.inTransaction(transaction -> transaction
                .preparedQuery(LEFT_BEHIND)
                .mapping(PgWaitingStore::change)
                .execute(Tuple.of(age.toMillis() / 1000.0, atMost))
                .map(rows -> rows.stream().toList())
                .call(changes -> changes.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write.apply(changes).chain(() -> delete(transaction, changes)))
                .map(List::size));
    }

    private static Uni<Void> delete(SqlConnection transaction, List<StateChange> changes) {
        UUID[] ids = changes.stream().map(StateChange::id).toArray(UUID[]::new);
        return transaction.preparedQuery(DELETE).execute(Tuple.of(ids)).replaceWithVoid();
    }

    private static StateChange change(Row row) {
        UUID id = row.getUUID("id");
        UUID tenant = row.getUUID("tenant_id");
        String epoch = row.getString("epoch_name");
        return epoch == null
                ? new StateChange.Facts(
                        id,
                        tenant,
                        row.getLong("version"),
                        row.getString("status"),
                        row.getString("plan"),
                        row.getLong("settings_version"))
                : new StateChange.Epoch(id, tenant, epoch, row.getLong("version"));
    }
}
