package io.frontdesk.ingestion.documents;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where documents are kept. What takes a transaction belongs to the tenant that the transaction is bound to. */
public interface DocumentStore {
    /** A document that is not deleted. */
    Uni<Optional<Document>> find(UUID tenantId, UUID id);

    /**
     * Documents that are not deleted, the newest first.
     *
     * @param before only those older than this one
     */
    Uni<List<Document>> list(UUID tenantId, int limit, @Nullable UUID before);

    /** The document, deleted or not, locked until the transaction ends. */
    Uni<Optional<Document>> lock(SqlConnection transaction, UUID id);

    /** As {@link #lock(SqlConnection, UUID)}, by the publisher's id. */
    Uni<Optional<Document>> lock(SqlConnection transaction, String externalId);

    /** As {@link #lock(SqlConnection, String)}; where there is none, a new one at version 0, that nobody sees yet. */
    Uni<Document> lockOrCreate(SqlConnection transaction, UUID tenantId, UUID newId, String externalId);

    /** Stores a document that made no step in its life. */
    Uni<Void> save(SqlConnection transaction, Document document);

    /** Stores a document that made a step in its life, and the event that tells of it. */
    Uni<Void> saveStep(SqlConnection transaction, Document document);
}
