package io.frontdesk.auth.sessions;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What PostgreSQL knows of sessions: who has one, and which have ended. */
@ApplicationScoped
public class PgSessionStore {
    private static final String USER = """
            select u.role, u.epoch, t.plan from users u join tenants t on t.id = u.tenant_id
            where u.tenant_id = $1 and u.id = $2 and t.status = 'active'
              and (u.session_generation = $4 or u.session_kept = $3)
              and not exists (select from ended_sessions e where e.tenant_id = $1 and e.id = $3)""";
    private static final String END =
            "insert into ended_sessions (tenant_id, id, ended_at) values ($1, $2, $3) on conflict do nothing";
    private static final String END_ALL = """
            update users set epoch = epoch + 1, session_generation = session_generation + 1, session_kept = $3
            where tenant_id = $1 and id = $2 returning epoch""";

    private final TenantDatabase database;
    private final PgStateChangeStore changes;
    private final PgAuditStore audit;

    PgSessionStore(TenantDatabase database, PgStateChangeStore changes, PgAuditStore audit) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    /** A user as present, if the session goes on. */
    Uni<Optional<Principal>> user(UUID tenant, UUID user, UUID session, long generation) {
        return database.query(tenant, connection -> connection
                        .preparedQuery(USER)
                        .execute(Tuple.of(tenant, user, session, generation)))
                .map(rows -> first(rows).map(row -> Principal.user(
                                tenant,
                                user,
                                row.getString("plan"),
                                Role.parse(row.getString("role")),
                                row.getLong("epoch"))
                        .in(session)));
    }

    /** Ends a session, and accounts for it; returns what is to be announced, nothing where it had ended before. */
    Uni<Optional<StateChange>> end(UUID session, AuditEvent event) {
        UUID tenant = event.tenantId();
        StateChange change = StateChange.Epoch.of(tenant, TenantState.epochOfSession(session), 1);
        return database.inTransaction(tenant, transaction -> transaction
                .preparedQuery(END)
                .execute(Tuple.of(tenant, session, event.at().atOffset(ZoneOffset.UTC)))
                .chain(ended -> ended.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : changes.append(transaction, change)
                                .chain(() -> audit.append(transaction, event))
                                .replaceWith(Optional.of(change))));
    }

    /** Ends all sessions of a user, and accounts for it; returns what is to be announced. */
    Uni<StateChange> endAll(UUID user, AuditEvent event) {
        return database.inTransaction(
                event.tenantId(), transaction -> endAll(transaction, event.tenantId(), user, Optional.empty())
                        .call(() -> audit.append(transaction, event)));
    }

    /**
     * Ends all sessions of a user but one, within the transaction of what makes it necessary, such as another password.
     *
     * @param kept the session that goes on, if any
     * @return what is to be announced after the commit; fails with {@link AuthError.NotFound}
     */
    public Uni<StateChange> endAll(SqlConnection transaction, UUID tenant, UUID user, Optional<UUID> kept) {
        return transaction
                .preparedQuery(END_ALL)
                .execute(Tuple.of(tenant, user, kept.orElse(null)))
                .map(rows -> first(rows).orElseThrow(() -> new AuthError.NotFound("user")))
                .<StateChange>map(
                        row -> StateChange.Epoch.of(tenant, TenantState.epochOfUser(user), row.getLong("epoch")))
                .call(change -> changes.append(transaction, change));
    }

    /** Accounts for something that changes nothing here. */
    Uni<Void> record(AuditEvent event) {
        return database.query(event.tenantId(), connection -> audit.append(connection, event));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }
}
