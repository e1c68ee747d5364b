package io.frontdesk.ingestion.dead;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.dead.DeadLetter.OfDocument;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.Failed;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The way back into the queue as one transaction over document, work, outbox and dead letter. */
@ApplicationScoped
class PgRequeueStore implements RequeueStore {
    private static final String REMOVE = "DELETE FROM dead_letter WHERE id = $1 AND version = $2";
    private static final String CHANGED =
            "SELECT FROM document WHERE external_id = $1 AND state <> 'deleted' AND updated_at > $2";

    private final TenantDatabase database;
    private final DocumentStore documents;
    private final WorkStore work;
    private final Clock clock;

    PgRequeueStore(TenantDatabase database, DocumentStore documents, WorkStore work, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.work = work;
        this.clock = clock;
    }

    /** The document is locked before its letter, as where it fails. */
    @Override
    public Uni<Boolean> requeue(UUID letter, OfDocument failed) {
        BlobKey key = failed.key();
        return database.inTransaction(key.tenantId(), transaction -> documents
                .lock(transaction, key.documentId())
                .chain(found -> found.filter(document -> isStill(document, key))
                        .map(document -> remove(transaction, letter, key)
                                .chain(removed -> removed
                                        ? requeue(transaction, document)
                                        : Uni.createFrom().item(false)))
                        .orElse(Uni.createFrom().item(false))));
    }

    private Uni<Boolean> requeue(SqlConnection transaction, Document document) {
        if (!(document.life() instanceof Failed failed)) {
            return Uni.createFrom().item(false);
        }
        Document again = document.step(failed.replay(), clock.instant());
        return documents
                .saveStep(transaction, again)
                .chain(() -> work.add(transaction, again, Task.INDEX))
                .replaceWith(true);
    }

    private static Uni<Boolean> remove(SqlConnection transaction, UUID letter, BlobKey key) {
        return transaction
                .preparedQuery(REMOVE)
                .execute(Tuple.of(letter, key.version()))
                .map(removed -> removed.rowCount() == 1);
    }

    @Override
    public Uni<Boolean> isOvertaken(OfDocument failed) {
        BlobKey key = failed.key();
        return documents
                .find(key.tenantId(), key.documentId())
                .map(found -> found.filter(document -> isStill(document, key)).isEmpty());
    }

    private static boolean isStill(Document document, BlobKey key) {
        return document.version() == key.version() && document.life() instanceof Failed;
    }

    @Override
    public Uni<Boolean> hasChanged(UUID tenantId, String externalId, Instant since) {
        return database.query(tenantId, connection -> connection
                        .preparedQuery(CHANGED)
                        .execute(Tuple.of(externalId, since.atOffset(ZoneOffset.UTC))))
                .map(changed -> changed.rowCount() > 0);
    }
}
