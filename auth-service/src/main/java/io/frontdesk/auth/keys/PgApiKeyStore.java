package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** API keys in PostgreSQL. A change of a key and what has to be told of it are one transaction. */
@ApplicationScoped
class PgApiKeyStore {
    private static final String INSERT = """
            insert into api_keys (id, tenant_id, prefix, key_hash, name, scopes, acl, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String SELECT = """
            select id, tenant_id, prefix, name, scopes, acl, created_at, expires_at, last_used_at from api_keys
            where tenant_id = $1 and revoked_at is null""";
    private static final String FIND = SELECT + " and id = $2";
    private static final String LIST = SELECT + " and id > $2 order by id limit $3";
    private static final String REVOKE = """
            update api_keys set revoked_at = $3, epoch = epoch + 1
            where tenant_id = $1 and id = $2 and revoked_at is null returning epoch""";
    private static final String EXPIRE = """
            update api_keys set expires_at = least(expires_at, $3), epoch = epoch + 1
            where tenant_id = $1 and id = $2 and revoked_at is null returning epoch""";

    private final TenantDatabase database;
    private final PgStateChangeStore changes;
    private final PgAuditStore audit;

    PgApiKeyStore(TenantDatabase database, PgStateChangeStore changes, PgAuditStore audit) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    Uni<Void> insert(ApiKey key, byte[] hash, AuditEvent event) {
        return database.inTransaction(key.tenantId(), connection -> insert(connection, key, hash)
                .chain(() -> audit.append(connection, event)));
    }

    Uni<Optional<ApiKey>> find(UUID tenant, UUID id) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant, id)))
                .map(rows -> keys(rows).stream().findFirst());
    }

    Uni<List<ApiKey>> list(UUID tenant, UUID after, int limit) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(LIST).execute(Tuple.of(tenant, after, limit)))
                .map(PgApiKeyStore::keys);
    }

    /** Fails with {@link AuthError.NotFound} where the key has been revoked meanwhile. */
    Uni<StateChange> revoke(ApiKey key, Instant now, AuditEvent event) {
        return database.inTransaction(key.tenantId(), connection -> end(connection, REVOKE, key, now, event));
    }

    /** Keeps a key and lets the one before expire, at the latest then. Fails as {@link #revoke}. */
    Uni<StateChange> replace(ApiKey old, Instant end, ApiKey next, byte[] hash, AuditEvent event) {
        return database.inTransaction(old.tenantId(), connection -> end(connection, EXPIRE, old, end, event)
                .call(() -> insert(connection, next, hash)));
    }

    private Uni<StateChange> end(SqlConnection connection, String sql, ApiKey key, Instant at, AuditEvent event) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(key.tenantId(), key.id(), at.atOffset(ZoneOffset.UTC)))
                .map(rows -> newEpoch(key, rows))
                .call(change -> changes.append(connection, change))
                .call(() -> audit.append(connection, event));
    }

    private static StateChange newEpoch(ApiKey key, Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row ->
                        StateChange.Epoch.of(key.tenantId(), TenantState.epochOfKey(key.id()), row.getLong("epoch")))
                .orElseThrow(() -> new AuthError.NotFound("API key"));
    }

    private static Uni<Void> insert(SqlConnection connection, ApiKey key, byte[] hash) {
        return connection.preparedQuery(INSERT).execute(values(key, hash)).replaceWithVoid();
    }

    private static Tuple values(ApiKey key, byte[] hash) {
        return Tuple.tuple()
                .addUUID(key.id())
                .addUUID(key.tenantId())
                .addString(key.prefix())
                .addBuffer(Buffer.buffer(hash))
                .addString(key.name())
                .addArrayOfString(key.scopes().wireNames().toArray(String[]::new))
                .addArrayOfString(key.labels().names().toArray(String[]::new))
                .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(
                        key.expiresAt().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    private static List<ApiKey> keys(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgApiKeyStore::key)
                .toList();
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getString("prefix"),
                row.getString("name"),
                Scopes.parse(List.of(row.getArrayOfStrings("scopes"))),
                new Labels(List.of(row.getArrayOfStrings("acl"))),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
