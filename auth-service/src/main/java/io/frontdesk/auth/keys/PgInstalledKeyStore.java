package io.frontdesk.auth.keys;

import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.state.PgStateChangeStore;
import io.frontdesk.auth.state.StateChange;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Keys from the environment, in PostgreSQL. Every statement may be run by each replica at each start. */
@ApplicationScoped
class PgInstalledKeyStore {
    private static final String INSERT = """
            insert into api_keys (id, tenant_id, prefix, key_hash, name, scopes, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String REPLACE = INSERT + """
             on conflict (id) do update
            set prefix = excluded.prefix, key_hash = excluded.key_hash, scopes = excluded.scopes, revoked_at = null,
                expires_at = null, epoch = api_keys.epoch + 1
            where api_keys.key_hash <> excluded.key_hash or api_keys.revoked_at is not null
               or api_keys.expires_at is not null
            returning epoch""";
    private static final String ADOPT = INSERT + " on conflict (key_hash) do nothing";

    /** Two replicas that bring two secrets for one prefix come one after the other. */
    private static final String LOCK = "select from tenants where id = $1 for update";

    private static final String CLASHES = """
            select from api_keys where tenant_id = $1 and prefix = $2 and key_hash <> $3
            and revoked_at is null and (expires_at is null or expires_at > $4)""";

    private final TenantDatabase database;
    private final PgStateChangeStore changes;
    private final PgAuditStore audit;

    PgInstalledKeyStore(TenantDatabase database, PgStateChangeStore changes, PgAuditStore audit) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
    }

    /** Makes a hash the key of its id, and says what changed for who used the key before. */
    Uni<Optional<StateChange>> replace(ApiKey key, byte[] hash) {
        return database.inTransaction(key.tenantId(), connection -> connection
                .preparedQuery(REPLACE)
                .execute(values(key, hash))
                .chain(rows -> rows.rowCount() == 1
                        ? tell(connection, key, rows.iterator().next().getLong("epoch"))
                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<StateChange>> tell(SqlConnection connection, ApiKey key, long epoch) {
        if (epoch == 0) {
            return audit.append(connection, event(Action.API_KEY_CREATED, key)).replaceWith(Optional.empty());
        }
        StateChange change = StateChange.Epoch.of(key.tenantId(), TenantState.epochOfKey(key.id()), epoch);
        return changes.append(connection, change)
                .chain(() -> audit.append(connection, event(Action.API_KEY_ROTATED, key)))
                .replaceWith(Optional.of(change));
    }

    /** Keeps a key, unless it has ever been there; false where another one that still works has its prefix. */
    Uni<Boolean> adopt(ApiKey key, byte[] hash) {
        return database.inTransaction(key.tenantId(), connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(key.tenantId()))
                .chain(() -> isFree(connection, key, hash))
                .call(free -> free ? insert(connection, key, hash) : nothing()));
    }

    private static Uni<Boolean> isFree(SqlConnection connection, ApiKey key, byte[] hash) {
        return connection
                .preparedQuery(CLASHES)
                .execute(Tuple.tuple()
                        .addUUID(key.tenantId())
                        .addString(key.prefix())
                        .addBuffer(Buffer.buffer(hash))
                        .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0);
    }

    private Uni<Void> insert(SqlConnection connection, ApiKey key, byte[] hash) {
        return connection
                .preparedQuery(ADOPT)
                .execute(values(key, hash))
                .chain(rows -> rows.rowCount() == 1
                        ? audit.append(connection, event(Action.API_KEY_CREATED, key))
                        : nothing());
    }

    private static AuditEvent event(Action action, ApiKey key) {
        return AuditEvent.of(key.tenantId(), key.createdAt(), action, "installation", TenantState.epochOfKey(key.id()))
                .with(Map.of("prefix", key.prefix(), "scopes", key.scopes().claim()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private static Tuple values(ApiKey key, byte[] hash) {
        return Tuple.tuple()
                .addUUID(key.id())
                .addUUID(key.tenantId())
                .addString(key.prefix())
                .addBuffer(Buffer.buffer(hash))
                .addString(key.name())
                .addArrayOfString(key.scopes().wireNames().toArray(String[]::new))
                .addOffsetDateTime(key.createdAt().atOffset(ZoneOffset.UTC));
    }
}
