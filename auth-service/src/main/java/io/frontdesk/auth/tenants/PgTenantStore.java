package io.frontdesk.auth.tenants;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
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
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tenants in PostgreSQL. */
@ApplicationScoped
public class PgTenantStore {
    private static final List<String> NAMES =
            List.of("id", "name", "plan", "status", "version", "settings_version", "created_at");

    /** What makes a {@link Tenant}. */
    public static final String COLUMNS = String.join(", ", NAMES);

    private static final String INSERT = "insert into tenants (" + COLUMNS + ") values ($1, $2, $3, $4, $5, $6, $7)";
    private static final String FIND = "select " + COLUMNS + " from tenants where id = $1";
    private static final String LOCK = FIND + " for update";
    private static final String UPDATE =
            "update tenants set name = $2, plan = $3, status = $4, version = $5 where id = $1";
    private static final String BEGIN_REMOVAL =
            "insert into tenant_removals (tenant_id, actor, request_id) values ($1, $2, $3)";

    private final TenantDatabase database;
    private final PgStateChangeStore stateChanges;
    private final PgAuditStore audit;

    PgTenantStore(TenantDatabase database, PgStateChangeStore stateChanges, PgAuditStore audit) {
        this.database = database;
        this.stateChanges = stateChanges;
        this.audit = audit;
    }

    /** Inserts a tenant that is there only if what has to be done before the commit succeeds. */
    Uni<Void> insert(Tenant tenant, AuditEvent event, Supplier<Uni<Void>> beforeCommit) {
        return database.inTransaction(tenant.id(), connection -> insert(connection, INSERT, tenant)
                .chain(() -> audit.append(connection, event))
                .chain(beforeCommit::get));
    }

    Uni<Void> insertIfAbsent(Tenant tenant) {
        return database.query(
                tenant.id(), connection -> insert(connection, INSERT + " on conflict (id) do nothing", tenant));
    }

    Uni<Optional<Tenant>> find(UUID id) {
        return database.query(id, connection -> connection.preparedQuery(FIND).execute(Tuple.of(id)))
                .map(PgTenantStore::first);
    }

    /**
     * Changes a tenant, keeps what it tells of, and leaves what gateways have to learn; nothing of it where nothing changes.
     *
     * @param change from the tenant as it is to what it becomes
     * @return fails with {@link AuthError.NotFound}, and with whatever the change does
     */
    Uni<Changed> change(UUID id, UnaryOperator<Tenant> change, BiFunction<Tenant, Tenant, List<AuditEvent>> eventsOf) {
        return database.inTransaction(id, transaction -> lock(transaction, id).chain(present -> {
            Tenant next = change.apply(present);
            return save(transaction, present, next, eventsOf.apply(present, next));
        }));
    }

    /** As {@link #change}, to a tenant that is to be removed, by whom the event says. */
    Uni<Changed> beginRemoval(UUID id, AuditEvent event) {
        return database.inTransaction(id, transaction -> lock(transaction, id)
                .chain(present -> save(transaction, present, present.delete(), List.of(event)))
                .call(changed -> changed.waiting().isPresent()
                        ? beginRemoval(transaction, event)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Tenant> lock(SqlConnection transaction, UUID id) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(id)).map(rows -> first(rows)
                .orElseThrow(() -> new AuthError.NotFound("tenant")));
    }

    private Uni<Changed> save(SqlConnection transaction, Tenant present, Tenant next, List<AuditEvent> events) {
        if (next.equals(present)) {
            return Uni.createFrom().item(new Changed(present, Optional.empty()));
        }
        StateChange waiting = next.facts();
        return transaction
                .preparedQuery(UPDATE)
                .execute(Tuple.of(
                        next.id(), next.name(), next.plan(), next.status().wireName(), next.version()))
                .chain(() -> stateChanges.append(transaction, waiting))
                .chain(() -> audit.appendAll(transaction, events))
                .replaceWith(new Changed(next, Optional.of(waiting)));
    }

    private static Uni<Void> beginRemoval(SqlConnection transaction, AuditEvent event) {
        return transaction
                .preparedQuery(BEGIN_REMOVAL)
                .execute(Tuple.of(event.tenantId(), event.actor(), event.requestId()))
                .replaceWithVoid();
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

    /** {@link #COLUMNS} of a table that a statement calls by this alias. */
    public static String columnsOf(String alias) {
        return NAMES.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
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

    /**
     * A tenant after a change.
     *
     * @param waiting what gateways have to learn, if anything changed
     */
    record Changed(Tenant tenant, Optional<StateChange> waiting) {}
}
