package io.frontdesk.ingestion.blob;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Originals as rows, one for each piece. */
final class PgBlobStore implements BlobStore {
    private static final String PUT =
            "INSERT INTO blob (tenant_id, document_id, version, part, content) VALUES ($1, $2, $3, $4, $5)";
    private static final String GET = "SELECT content FROM blob WHERE document_id = $1 AND version = $2 ORDER BY part";
    private static final String EXISTS = "SELECT FROM blob WHERE document_id = $1 AND version = $2 LIMIT 1";
    private static final String DELETE_BEFORE = "DELETE FROM blob WHERE document_id = $1 AND version < $2";

    private final TenantDatabase database;

    PgBlobStore(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Void> put(SqlConnection transaction, BlobKey key, Content content) {
        var part = new AtomicInteger();
        return content.pieces()
                .onItem()
                .transformToUniAndConcatenate(piece -> put(transaction, key, part.getAndIncrement(), piece))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> put(SqlConnection transaction, BlobKey key, int part, Buffer piece) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.of(key.tenantId(), key.documentId(), key.version(), part, piece.getDelegate()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Buffer> get(BlobKey key) {
        return database.query(key.tenantId(), connection -> connection
                        .preparedQuery(GET)
                        .mapping(row -> row.getBuffer("content"))
                        .execute(Tuple.of(key.documentId(), key.version())))
                .map(rows -> whole(key, rows.stream().toList()));
    }

    private static Buffer whole(BlobKey key, List<Buffer> pieces) {
        if (pieces.isEmpty()) {
            throw new NoSuchElementException("no original of " + key);
        }
        Buffer whole = Buffer.buffer();
        pieces.forEach(whole::appendBuffer);
        return whole;
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

    /** Rows go with all other rows of the tenant. */
    @Override
    public Uni<Void> deleteAll(UUID tenantId) {
        return Uni.createFrom().voidItem();
    }

    /** Rows come and go with the documents'. */
    @Override
    public Uni<Void> sweep() {
        return Uni.createFrom().voidItem();
    }
}
