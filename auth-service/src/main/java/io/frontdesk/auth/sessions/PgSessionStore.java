package io.frontdesk.auth.sessions;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Role;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What PostgreSQL knows of sessions: who has one, and which have ended. */
@ApplicationScoped
class PgSessionStore {
    private static final String USER = """
            select u.role, u.epoch, t.plan from users u join tenants t on t.id = u.tenant_id
            where u.tenant_id = $1 and u.id = $2 and t.status = 'active'
              and (u.session_generation = $4 or u.session_kept = $3)
              and not exists (select from ended_sessions e where e.tenant_id = $1 and e.id = $3)""";

    private final TenantDatabase database;

    PgSessionStore(TenantDatabase database) {
        this.database = database;
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

    private static Optional<Row> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }
}
