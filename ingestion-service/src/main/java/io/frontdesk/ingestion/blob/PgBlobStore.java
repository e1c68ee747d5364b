package io.frontdesk.ingestion.blob;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;

/** Originals as rows. */
@ApplicationScoped
class PgBlobStore implements BlobStore {
    private static final String PUT =
            "INSERT INTO blob (tenant_id, document_id, version, content) VALUES ($1, $2, $3, $4)";
    private static final String GET = "SELECT content FROM blob WHERE document_id = $1 AND version = $2";
    private static final String EXISTS = "SELECT FROM blob WHERE document_id = $1 AND version = $2 LIMIT 1";
    private static final String DELETE_BEFORE = "DELETE FROM blob WHERE document_id = $1 AND version < $2";

    private final TenantDatabase database;

    PgBlobStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> put(SqlConnection transaction, BlobKey key, Buffer content) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.of(key.tenantId(), key.documentId(), key.version(), content.getDelegate()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Buffer> get(BlobKey key) {
        return database.query(key.tenantId(), connection -> connection
                        .preparedQuery(GET)
                        .mapping(row -> row.getBuffer("content"))
                        .execute(Tuple.of(key.documentId(), key.version())))
                .map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("no original of " + key)));
    }

    @Override
    public Uni<Boolean> exists(BlobKey key) {
        return database.query(key.tenantId(), connection -> connection
                        .preparedQuery(EXISTS)
                        .execute(Tuple.of(key.documentId(), key.version())))
                .map(found -> found.rowCount() == 1);
    }

    @Override
    public Uni<Void> deleteBefore(SqlConnection transaction, BlobKey key) {
        return transaction
                .preparedQuery(DELETE_BEFORE)
                .execute(Tuple.of(key.documentId(), key.version()))
                .replaceWithVoid();
    }
}
