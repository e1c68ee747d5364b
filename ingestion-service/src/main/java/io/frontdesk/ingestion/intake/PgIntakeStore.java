package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentError;
import io.frontdesk.ingestion.documents.DocumentLife.Deleted;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.web.PageStore;
import io.frontdesk.ingestion.web.WantedPage;
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
import org.jspecify.annotations.Nullable;

/** Intake as one transaction over documents, originals, work and outbox. */
@ApplicationScoped
class PgIntakeStore implements IntakeStore {
    private final TenantDatabase database;
    private final DocumentStore documents;
    private final BlobStore blobs;
    private final PageStore pages;
    private final WorkStore work;

    PgIntakeStore(TenantDatabase database, DocumentStore documents, BlobStore blobs, PageStore pages, WorkStore work) {
        this.database = database;
        this.documents = documents;
        this.blobs = blobs;
        this.pages = pages;
        this.work = work;
    }

    @Override
    public Uni<Document> take(
            UUID tenantId,
            UUID newId,
            String externalId,
            Content content,
            @Nullable WantedPage page,
            UnaryOperator<Document> change) {
        return change(
                tenantId,
                newId,
                externalId,
                change,
                (transaction, next) -> store(transaction, next, content, page),
                (transaction, next) -> confirm(transaction, next, page));
    }

    @Override
    public Uni<Void> queueDeletion(UUID tenantId, UUID newId, String externalId, UnaryOperator<Document> change) {
        return change(tenantId, newId, externalId, change, this::queueDeletion, documents::save)
                .replaceWithVoid();
    }

    private Uni<Document> change(
            UUID tenantId,
            UUID newId,
            String externalId,
            UnaryOperator<Document> change,
            BiFunction<SqlConnection, Document, Uni<Void>> begin,
            BiFunction<SqlConnection, Document, Uni<Void>> confirm) {
        return database.inTransaction(tenantId, transaction -> documents
                .lockOrCreate(transaction, tenantId, newId, externalId)
                .chain(present -> change(transaction, present, change.apply(present), begin, confirm)));
    }

    private Uni<Document> change(
            SqlConnection transaction,
            Document present,
            Document next,
            BiFunction<SqlConnection, Document, Uni<Void>> begin,
            BiFunction<SqlConnection, Document, Uni<Void>> confirm) {
        if (next.equals(present)) {
            return Uni.createFrom().item(present);
        }
        Uni<Void> changed =
                next.version() > present.version() ? begin.apply(transaction, next) : confirm.apply(transaction, next);
        return changed.replaceWith(next);
    }

    private Uni<Void> confirm(SqlConnection transaction, Document next, @Nullable WantedPage page) {
        return documents
                .save(transaction, next)
                .chain(() -> page == null ? Uni.createFrom().voidItem() : pages.want(transaction, next, page));
    }

    private Uni<Void> store(SqlConnection transaction, Document next, Content content, @Nullable WantedPage page) {
        var key = new BlobKey(next.tenantId(), next.id(), next.version());
        return documents
                .saveStep(transaction, next)
                .chain(() -> page == null ? blobs.put(transaction, key, content) : pages.want(transaction, next, page))
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
