package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** API keys in PostgreSQL. */
@ApplicationScoped
class PgApiKeyStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String INSERT = """
            insert into api_keys (id, tenant_id, prefix, key_hash, name, scopes, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String UPSERT = INSERT + """
             on conflict (id) do update
            set prefix = excluded.prefix, key_hash = excluded.key_hash, scopes = excluded.scopes, revoked_at = null""";
    private static final String LIST = """
            select id, tenant_id, prefix, name, scopes, created_at, expires_at from api_keys
            where tenant_id = $1 and revoked_at is null and id > $2 order by id limit $3""";
    private static final String REVOKE =
            "update api_keys set revoked_at = $3 where tenant_id = $1 and id = $2 and revoked_at is null";

    private final TenantDatabase database;

    PgApiKeyStore(TenantDatabase database) {
        this.database = database;
    }

    Uni<Void> insert(ApiKey key, byte[] hash) {
        return write(INSERT, key, hash);
    }

    Uni<Void> upsert(ApiKey key, byte[] hash) {
        return write(UPSERT, key, hash);
    }

    Uni<List<ApiKey>> list(UUID tenant, Optional<UUID> after, int limit) {
        return database.query(tenant, connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(tenant, after.orElse(BEFORE_ALL), limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgApiKeyStore::key)
                        .toList());
    }

    /** Whether there was such a key, not revoked. */
    Uni<Boolean> revoke(UUID tenant, UUID id, Instant now) {
        return database.query(tenant, connection -> connection
                        .preparedQuery(REVOKE)
                        .execute(Tuple.of(tenant, id, now.atOffset(ZoneOffset.UTC))))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Void> write(String sql, ApiKey key, byte[] hash) {
        Tuple values = Tuple.tuple()
                .addUUID(key.id())
                .addUUID(key.tenantId())
                .addString(key.prefix())
                .addBuffer(Buffer.buffer(hash))
                .addString(key.name())
                .addArrayOfString(key.scopes().wireNames().toArray(String[]::new))
                .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(
                        key.expiresAt().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null));
        return database.query(
                key.tenantId(),
                connection -> connection.preparedQuery(sql).execute(values).replaceWithVoid());
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getString("prefix"),
                row.getString("name"),
                Scopes.parse(List.of(row.getArrayOfStrings("scopes"))),
                row.getOffsetDateTime("created_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant));
    }
}
