package io.frontdesk.auth.system;

import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.audit.PgAuditStore;
import io.frontdesk.auth.signing.SigningKeyStore;
import io.frontdesk.auth.signing.StoredKey;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Signing keys in PostgreSQL. */
@ApplicationScoped
class PgSigningKeyStore implements SigningKeyStore {
    private static final String INSERT = """
            insert into signing_keys (generation, kid, public_key, private_key, created_at) values ($1, $2, $3, $4, $5)
            on conflict (generation) do nothing""";
    private static final String LIST =
            "select generation, kid, public_key, private_key, created_at from signing_keys order by generation desc";

    private static final String DELETE = "delete from signing_keys where generation <= $1";

    private final SystemDatabase database;
    private final PgAuditStore audit;

    PgSigningKeyStore(SystemDatabase database, PgAuditStore audit) {
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Uni<Void> insertIfAbsent(StoredKey key) {
        return database.inTransaction(connection -> insert(connection, key)).replaceWithVoid();
    }

    @Override
    public Uni<Void> insertIfAbsent(StoredKey key, AuditEvent event) {
        return database.inTransaction(connection -> insert(connection, key)
                .chain(inserted -> inserted
                        ? audit.append(connection, event)
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<Void> deleteUpTo(int generation) {
        return database.inTransaction(connection ->
                connection.preparedQuery(DELETE).execute(Tuple.of(generation)).replaceWithVoid());
    }

    private static Uni<Boolean> insert(SqlConnection connection, StoredKey key) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(
                        key.generation(),
                        key.kid(),
                        Buffer.buffer(key.publicKey()),
                        Buffer.buffer(key.sealedPrivateKey()),
                        key.createdAt().atOffset(ZoneOffset.UTC)))
                .map(inserted -> inserted.rowCount() == 1);
    }

    @Override
    public Uni<List<StoredKey>> list() {
        return database.inTransaction(
                        connection -> connection.preparedQuery(LIST).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgSigningKeyStore::key)
                        .toList());
    }

    private static StoredKey key(Row row) {
        return new StoredKey(
                row.getInteger("generation"),
                row.getString("kid"),
                row.getBuffer("public_key").getBytes(),
                row.getBuffer("private_key").getBytes(),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
