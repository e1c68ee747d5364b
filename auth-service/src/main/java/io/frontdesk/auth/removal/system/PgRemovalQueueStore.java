package io.frontdesk.auth.removal.system;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.removal.Removal;
import io.frontdesk.auth.removal.RemovalQueue;
import io.frontdesk.auth.tenants.PgTenantStore;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Removals in PostgreSQL. */
@ApplicationScoped
class PgRemovalQueueStore implements RemovalQueue {
    private static final String TAKE = """
            update tenant_removals r set attempts = attempts + 1, available_at = now() + make_interval(secs => $1)
            from tenants t
            where t.id = r.tenant_id and r.tenant_id = (
                select tenant_id from tenant_removals where available_at <= now() order by available_at limit 1
                for update skip locked)
            returning %s, r.actor, r.request_id, r.done, r.attempts""".formatted(PgTenantStore.columnsOf("t"));
    private static final String DONE =
            "update tenant_removals set done = array_append(done, $2) where tenant_id = $1 and $2 <> all (done)";
    private static final String RETRY =
            "update tenant_removals set available_at = now() + make_interval(secs => $2) where tenant_id = $1";
    private static final String REMOVE = "select remove_tenant($1)";

    private final SystemDatabase database;
    private final PgAuditStore audit;

    PgRemovalQueueStore(SystemDatabase database, PgAuditStore audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Uni<Optional<Removal>> next(Duration lease) {
        return database.inTransaction(transaction -> transaction
                .preparedQuery(TAKE)
                .mapping(PgRemovalQueueStore::removal)
                .execute(Tuple.of(seconds(lease)))
                .map(rows -> rows.stream().findFirst()));
    }

    @Override
    public Uni<Void> done(UUID tenant, String service) {
        return run(DONE, Tuple.of(tenant, service));
    }

    @Override
    public Uni<Void> retryAfter(UUID tenant, Duration pause) {
        return run(RETRY, Tuple.of(tenant, seconds(pause)));
    }

    @Override
    public Uni<Void> finish(UUID tenant, AuditEvent event) {
        return database.inTransaction(transaction -> transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(tenant))
                .chain(() -> audit.append(transaction, event)));
    }

    private Uni<Void> run(String sql, Tuple values) {
        return database.inTransaction(
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Removal removal(Row row) {
        return new Removal(
                PgTenantStore.tenant(row),
                row.getString("actor"),
                row.getString("request_id"),
                Set.of(row.getArrayOfStrings("done")),
                row.getInteger("attempts"));
    }
}
