package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.DocumentLife.Deleted;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Intake as one transaction over documents, originals, work and outbox. */
@ApplicationScoped
class PgIntakeStore implements IntakeStore {
    private final TenantDatabase database;
    private final DocumentStore documents;
    private final BlobStore blobs;
    private final WorkStore work;

    PgIntakeStore(TenantDatabase database, DocumentStore documents, BlobStore blobs, WorkStore work) {
        this.database = database;
        this.documents = documents;
        this.blobs = blobs;
        this.work = work;
    }

    @Override
    public Uni<Document> take(
            UUID tenantId, UUID newId, String externalId, Content content, UnaryOperator<Document> change) {
        return change(tenantId, newId, externalId, change, (transaction, next) -> store(transaction, next, content));
    }

    @Override
    public Uni<Void> queueDeletion(UUID tenantId, UUID newId, String externalId, UnaryOperator<Document> change) {
        return change(tenantId, newId, externalId, change, this::queueDeletion).replaceWithVoid();
    }

    private Uni<Document> change(
            UUID tenantId,
            UUID newId,
            String externalId,
            UnaryOperator<Document> change,
            BiFunction<SqlConnection, Document, Uni<Void>> begin) {
        return database.inTransaction(tenantId, transaction -> documents
                .lockOrCreate(transaction, tenantId, newId, externalId)
                .chain(present -> change(transaction, present, change.apply(present), begin)));
    }

    private Uni<Document> change(
            SqlConnection transaction,
            Document present,
            Document next,
            BiFunction<SqlConnection, Document, Uni<Void>> begin) {
        if (next.equals(present)) {
            return Uni.createFrom().item(present);
        }
        Uni<Void> changed =
                next.version() > present.version() ? begin.apply(transaction, next) : documents.save(transaction, next);
        return changed.replaceWith(next);
    }

    private Uni<Void> store(SqlConnection transaction, Document next, Content content) {
        var key = new BlobKey(next.tenantId(), next.id(), next.version());
        return documents
                .saveStep(transaction, next)
                .chain(() -> blobs.put(transaction, key, content))
                .chain(() -> work.add(transaction, next, Task.INDEX));
    }

    @Override
    public Uni<Optional<Lease>> beginDeletion(UUID tenantId, UUID id, UnaryOperator<Document> delete) {
        return database.inTransaction(tenantId, transaction -> documents
                .lock(transaction, id)
                .map(found -> found.orElseThrow(() -> new DocumentError.Unknown(id)))
                .chain(present -> beginDeletion(transaction, present, delete)));
    }

    private Uni<Optional<Lease>> beginDeletion(
            SqlConnection transaction, Document present, UnaryOperator<Document> delete) {
        if (present.life() instanceof Deleted) {
            return Uni.createFrom().item(Optional.empty());
        }
        Document next = delete.apply(present);
        return documents
                .save(transaction, next)
                .chain(() -> work.addTaken(transaction, next, Task.REMOVE))
                .map(Optional::of);
    }

    private Uni<Void> queueDeletion(SqlConnection transaction, Document next) {
        return documents.save(transaction, next).chain(() -> work.add(transaction, next, Task.REMOVE));
    }
}
