package io.frontdesk.auth.system;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Role;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks credentials up in PostgreSQL, by the unique index of a hash or an address. */
@ApplicationScoped
class PgCredentialStore implements CredentialStore {
    private static final String VALID_KEY = """
            select k.id, k.tenant_id, k.scopes, k.acl, k.expires_at, k.epoch, t.plan
            from api_keys k join tenants t on t.id = k.tenant_id
            where k.revoked_at is null and (k.expires_at is null or k.expires_at > $1) and t.status = 'active'""";
    private static final String KEY_HOLDER = VALID_KEY + " and k.key_hash = $2";
    private static final String KEY = VALID_KEY + " and k.tenant_id = $2 and k.id = $3";
    private static final String ACCOUNT = """
            select u.id, u.tenant_id, u.role, u.password_hash, u.epoch, u.session_generation, t.plan
            from users u join tenants t on t.id = u.tenant_id
            where u.email = $1 and t.status = 'active'""";

    private final SystemDatabase database;

    PgCredentialStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Optional<Principal>> keyHolder(byte[] hash, Instant now) {
        return find(KEY_HOLDER, Tuple.of(now.atOffset(ZoneOffset.UTC), Buffer.buffer(hash)))
                .map(found -> found.map(PgCredentialStore::keyHolder));
    }

    @Override
    public Uni<Optional<Principal>> key(UUID tenant, UUID key, Instant now) {
        return find(KEY, Tuple.of(now.atOffset(ZoneOffset.UTC), tenant, key))
                .map(found -> found.map(PgCredentialStore::keyHolder));
    }

    @Override
    public Uni<Optional<Account>> account(String email) {
        return find(ACCOUNT, Tuple.of(email)).map(found -> found.map(PgCredentialStore::account));
    }

    private Uni<Optional<Row>> find(String sql, Tuple values) {
        return database.inTransaction(
                        connection -> connection.preparedQuery(sql).execute(values))
                .map(PgCredentialStore::first);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        var row = rows.iterator();
        return row.hasNext() ? Optional.of(row.next()) : Optional.empty();
    }

    private static Principal keyHolder(Row row) {
        return Principal.key(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getString("plan"),
                Scopes.parse(List.of(row.getArrayOfStrings("scopes"))),
                new Labels(List.of(row.getArrayOfStrings("acl"))),
                Optional.ofNullable(row.getOffsetDateTime("expires_at")).map(OffsetDateTime::toInstant),
                row.getLong("epoch"));
    }

    private static Account account(Row row) {
        Principal user = Principal.user(
                row.getUUID("tenant_id"),
                row.getUUID("id"),
                row.getString("plan"),
                Role.parse(row.getString("role")),
                row.getLong("epoch"));
        return new Account(user, row.getUUID("id"), row.getString("password_hash"), row.getLong("session_generation"));
    }
}
