package io.frontdesk.auth.users;

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
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Users in PostgreSQL. A change of a user and what has to be told of it are one transaction. */
@ApplicationScoped
class PgUserStore {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = """
            insert into users (id, tenant_id, email, password_hash, role, created_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String INSERT_IF_ABSENT = INSERT + " on conflict (email) do nothing";
    private static final String EXISTS = "select exists (select from users where tenant_id = $1 and email = $2)";
    private static final String SELECT =
            "select id, tenant_id, email, role, created_at from users where tenant_id = $1";
    private static final String FIND = SELECT + " and id = $2";
    private static final String LIST = SELECT + " and id > $2 order by id limit $3";

    /** One change of a tenant's users after the other, so that two owners who remove each other do not both succeed. */
    private static final String LOCK = "select from tenants where id = $1 for no key update";

    private static final String ANOTHER_OWNER = """
            exists (select from users other where other.tenant_id = $1 and other.id <> $2 and other.role = 'owner')""";
    private static final String UPDATE = """
            update users set role = coalesce($3::text, role), password_hash = coalesce($4::text, password_hash),
              session_generation = session_generation + case when $4::text is null then 0 else 1 end,
              session_kept = case when $4::text is null then session_kept end, epoch = epoch + 1
            where tenant_id = $1 and id = $2 and (role <> 'owner' or coalesce($3::text, role) = 'owner' or %s)
            returning epoch""".formatted(ANOTHER_OWNER);
    private static final String DELETE = """
            delete from users where tenant_id = $1 and id = $2 and (role <> 'owner' or %s)
            returning epoch + 1 as epoch""".formatted(ANOTHER_OWNER);

    private final TenantDatabase database;
    private final PgStateChangeStore changes;
    private final PgAuditStore audit;

    PgUserStore(TenantDatabase database, PgStateChangeStore changes, PgAuditStore audit) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    Uni<Void> insert(User user, String passwordHash, AuditEvent event) {
        return database.inTransaction(user.tenantId(), connection -> connection
                        .preparedQuery(INSERT)
                        .execute(values(user, passwordHash))
                        .chain(() -> audit.append(connection, event)))
                .onFailure(PgUserStore::isTaken)
                .transform(e -> new AuthError.EmailTaken());
    }

    /** Inserts a user, unless somebody of the installation has the address. */
    Uni<Void> insertIfAbsent(User user, String passwordHash, AuditEvent event) {
        return database.inTransaction(user.tenantId(), connection -> connection
                .preparedQuery(INSERT_IF_ABSENT)
                .execute(values(user, passwordHash))
                .chain(rows -> append(connection, rows.rowCount() == 1 ? List.of(event) : List.of())));
    }

    Uni<Boolean> exists(UUID tenant, Email email) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(EXISTS).execute(Tuple.of(tenant, email.value())))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Optional<User>> find(UUID tenant, UUID id) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant, id)))
                .map(rows -> users(rows).stream().findFirst());
    }

    Uni<List<User>> list(UUID tenant, UUID after, int limit) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(LIST).execute(Tuple.of(tenant, after, limit)))
                .map(PgUserStore::users);
    }

    /** Fails with {@link AuthError.LastOwner}, or {@link AuthError.NotFound} where the user has gone meanwhile. */
    Uni<StateChange> update(User user, Optional<Role> role, Optional<String> passwordHash, List<AuditEvent> events) {
        Tuple values =
                Tuple.of(user.tenantId(), user.id(), role.map(Role::wireName).orElse(null), passwordHash.orElse(null));
        return database.inTransaction(user.tenantId(), connection -> write(connection, UPDATE, values, user, events));
    }

    /** Fails as {@link #update}. */
    Uni<StateChange> delete(User user, AuditEvent event) {
        Tuple values = Tuple.of(user.tenantId(), user.id());
        return database.inTransaction(
                user.tenantId(), connection -> write(connection, DELETE, values, user, List.of(event)));
    }

    private Uni<StateChange> write(
            SqlConnection connection, String sql, Tuple values, User user, List<AuditEvent> events) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(user.tenantId()))
                .chain(() -> connection.preparedQuery(sql).execute(values))
                .map(rows -> newEpoch(user, rows))
                .call(change -> changes.append(connection, change))
                .call(() -> append(connection, events));
    }

    private Uni<Void> append(SqlConnection connection, List<AuditEvent> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (AuditEvent event : events) {
            done = done.chain(() -> audit.append(connection, event));
        }
        return done;
    }

    private static StateChange newEpoch(User user, Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row ->
                        StateChange.Epoch.of(user.tenantId(), TenantState.epochOfUser(user.id()), row.getLong("epoch")))
                .orElseThrow(
                        () -> user.role() == Role.OWNER ? new AuthError.LastOwner() : new AuthError.NotFound("user"));
    }

    private static Tuple values(User user, String passwordHash) {
        return Tuple.of(
                user.id(),
                user.tenantId(),
                user.email().value(),
                passwordHash,
                user.role().wireName(),
                user.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static List<User> users(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgUserStore::user)
                .toList();
    }

    private static User user(Row row) {
        return new User(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                new Email(row.getString("email")),
                Role.parse(row.getString("role")),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static boolean isTaken(Throwable e) {
        return e instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }
}
