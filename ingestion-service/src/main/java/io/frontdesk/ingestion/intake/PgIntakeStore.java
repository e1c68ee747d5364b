package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
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
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    PgIntakeStore(
            TenantDatabase database, DocumentStore documents, BlobStore blobs, PageStore pages, WorkStore work) {
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
            Buffer content,
            @Nullable WantedPage page,
            Function<Document, Optional<Document>> replace) {
        return database.inTransaction(tenantId, transaction -> documents
                .lockOrCreate(transaction, tenantId, newId, externalId)
                .chain(present -> replace.apply(present)
                        .map(next -> store(transaction, next, content, page))
                        .orElseGet(() -> lookAgain(transaction, present, page))));
    }

    private Uni<Document> lookAgain(SqlConnection transaction, Document present, @Nullable WantedPage page) {
        Uni<Void> asked = page == null ? Uni.createFrom().voidItem() : pages.want(transaction, present, page);
        return asked.replaceWith(present);
    }

    private Uni<Document> store(
            SqlConnection transaction, Document next, Buffer content, @Nullable WantedPage page) {
        var key = new BlobKey(next.tenantId(), next.id(), next.version());
        return documents
                .saveStep(transaction, next)
                .chain(() -> page == null
                        ? blobs.put(transaction, key, content)
                        : pages.want(transaction, next, page))
                .chain(() -> work.add(transaction, next, Task.INDEX))
                .replaceWith(next);
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

    @Override
    public Uni<Void> queueDeletion(UUID tenantId, String externalId, UnaryOperator<Document> delete) {
        return database.inTransaction(tenantId, transaction -> documents
                .lock(transaction, externalId)
                .map(found -> found.filter(present -> !(present.life() instanceof Deleted)))
                .chain(found -> found.map(present -> queueDeletion(transaction, delete.apply(present)))
                        .orElse(Uni.createFrom().voidItem())));
    }

    private Uni<Void> queueDeletion(SqlConnection transaction, Document next) {
        return documents.save(transaction, next).chain(() -> work.add(transaction, next, Task.REMOVE));
    }
}
