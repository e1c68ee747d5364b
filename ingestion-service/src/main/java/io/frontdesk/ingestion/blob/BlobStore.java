package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Where originals are kept. A store in the database takes part in the transaction; any other writes before it commits, and
 * overwrites what a transaction that failed left under the same key.
 */
public interface BlobStore {
    /** Stored when the transaction has committed. */
    Uni<Void> put(SqlConnection transaction, BlobKey key, Buffer content);

    /** Fails where there is no such original. */
    Uni<Buffer> get(BlobKey key);

    /** Whether there is such an original. */
    Uni<Boolean> exists(BlobKey key);

    /** Forgets the originals of all versions of the document up to and without the key's. */
    Uni<Void> deleteBefore(SqlConnection transaction, BlobKey key);
}
