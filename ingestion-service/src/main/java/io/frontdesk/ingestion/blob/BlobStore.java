package io.frontdesk.ingestion.blob;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * Where originals are kept. A store in the database takes part in the transaction; any other writes before it commits, and
 * overwrites what a transaction that failed left under the same key.
 */
public interface BlobStore {
    /** Stored when the transaction has committed; piece by piece, whatever its size. */
    Uni<Void> put(SqlConnection transaction, BlobKey key, Content content);

    /** Fails where there is no such original. */
    Uni<Buffer> get(BlobKey key);

    /** Whether there is such an original. */
    Uni<Boolean> exists(BlobKey key);

    /** Forgets the originals of all versions of the document up to and without the key's. */
    Uni<Void> deleteBefore(SqlConnection transaction, BlobKey key);

    /** Forgets all originals of a tenant that has been removed. May be done again. */
    Uni<Void> deleteAll(UUID tenantId);

    /** Forgets originals that no document refers to, where transactions leave any behind. Replicas may do it at the same time. */
    Uni<Void> sweep();
}
