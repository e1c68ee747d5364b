package io.frontdesk.auth.users;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Users in PostgreSQL. */
@ApplicationScoped
class PgUserStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = """
            insert into users (id, tenant_id, email, password_hash, role, created_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String PRINCIPAL = """
            select u.role, u.epoch, t.plan from users u join tenants t on t.id = u.tenant_id
            where u.tenant_id = $1 and u.id = $2 and t.status = 'active'""";

    private final TenantDatabase database;

    PgUserStore(TenantDatabase database) {
        this.database = database;
    }

    Uni<Void> insert(User user, String passwordHash) {
        return database.query(user.tenantId(), connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(
                                user.id(),
                                user.tenantId(),
                                user.email().value(),
                                passwordHash,
                                user.role().wireName(),
                                user.createdAt().atOffset(ZoneOffset.UTC))))
                .onFailure(PgUserStore::isTaken)
                .transform(e -> new AuthError.EmailTaken())
                .replaceWithVoid();
    }

    Uni<Optional<Principal>> principal(UUID tenant, UUID user) {
        return database.query(
                        tenant,
                        connection -> connection.preparedQuery(PRINCIPAL).execute(Tuple.of(tenant, user)))
                .map(rows -> first(rows)
                        .map(row -> Principal.user(
                                tenant,
                                user,
                                row.getString("plan"),
                                Role.parse(row.getString("role")),
                                row.getLong("epoch"))));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
