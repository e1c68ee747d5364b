package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.Sha256;
import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.blob.Content;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.Received;
import io.frontdesk.ingestion.documents.DocumentLife.UnderWay;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What visits bring, each in one transaction over document, page, original, work and outbox. */
@ApplicationScoped
class PgVisitStore implements VisitStore {
    private static final String HOLD = "SELECT * FROM page WHERE document_id = $1 AND lease_token = $2 FOR UPDATE";
    private static final String RETIRE = "UPDATE page SET due_at = NULL, lease_token = NULL WHERE document_id = $1";
    private static final String FETCHED = """
            UPDATE page SET
                version = $2, content_hash = $3, content_type = $4, etag = $5, last_modified = $6,
                moved_to = coalesce($7, moved_to), misses = 0, attempts = 0, lease_token = NULL,
                due_at = clock_timestamp() + $8::float8 * interval '1 millisecond'
            WHERE document_id = $1
            """;
    private static final String LEFT = """
            UPDATE page SET
                misses = $2, attempts = 0, lease_token = NULL,
                due_at = clock_timestamp() + $3::float8 * interval '1 millisecond',
                moved_to = CASE WHEN $2 = 0 THEN moved_to END
            WHERE document_id = $1
            """;
    private static final String PUT_OFF = """
            UPDATE page SET
                attempts = attempts - $3, lease_token = NULL,
                due_at = clock_timestamp() + $4 * interval '1 millisecond'
            WHERE document_id = $1 AND lease_token = $2
            """;

    private final TenantDatabase database;
    private final DocumentStore documents;
    private final BlobStore blobs;
    private final WorkStore work;
    private final Clock clock;

    PgVisitStore(TenantDatabase database, DocumentStore documents, BlobStore blobs, WorkStore work, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.blobs = blobs;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Page>> begin(Visit visit) {
        return whileHeld(
                visit, (transaction, document, page) -> Uni.createFrom().item(page));
    }

    @Override
    public Uni<Void> keep(Visit visit, Fetched.Content content, @Nullable Duration next) {
        String hash = Sha256.hex(content.bytes());
        return whileHeld(
                        visit,
                        (transaction, document, page) -> hash.equals(page.contentHash())
                                ? fetched(transaction, document, content, hash, next)
                                : store(transaction, document, page, content.bytes())
                                        .chain(kept -> fetched(transaction, kept, content, hash, next)
                                                .chain(() -> work.add(transaction, kept, Task.INDEX))))
                .replaceWithVoid();
    }

    private Uni<Document> store(SqlConnection transaction, Document document, Page page, byte[] content) {
        boolean awaited = page.contentHash() == null && document.life() instanceof Received;
        Document kept = awaited ? document.receive(content.length) : next(document, content.length);
        Uni<Void> saved = awaited ? documents.save(transaction, kept) : documents.saveStep(transaction, kept);
        var key = new BlobKey(kept.tenantId(), kept.id(), kept.version());
        return saved.chain(() -> blobs.put(transaction, key, Content.of(content)))
                .replaceWith(kept);
    }

    /** As its publisher described it. */
    private Document next(Document document, long bytes) {
        String fingerprint = Objects.requireNonNullElse(document.fingerprint(), "");
        return document.replace(
                document.source(), fingerprint, document.description(), document.lane(), bytes, clock.instant());
    }

    private static Uni<Void> fetched(
            SqlConnection transaction,
            Document document,
            Fetched.Content content,
            String hash,
            @Nullable Duration next) {
        return transaction
                .preparedQuery(FETCHED)
                .execute(Tuple.from(Arrays.asList(
                        document.id(),
                        document.version(),
                        hash,
                        content.contentType(),
                        content.etag(),
                        content.lastModified(),
                        content.movedTo(),
                        PageRows.millis(next))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> leave(Visit visit, @Nullable Duration next) {
        return whileHeld(visit, (transaction, document, page) -> left(transaction, page, 0, next))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> miss(Visit visit, Duration next) {
        return whileHeld(visit, (transaction, document, page) -> left(transaction, page, page.misses() + 1, next))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> fail(Visit visit, Failure failure, @Nullable Duration next) {
        return whileHeld(visit, (transaction, document, page) -> left(transaction, page, 0, next)
                        .chain(() -> document.life() instanceof UnderWay life
                                ? documents.saveStep(
                                        transaction,
                                        document.step(life.fail(failure, visit.attempts()), clock.instant())
                                                .forgetFingerprint())
                                : Uni.createFrom().voidItem()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> delete(Visit visit) {
        return whileHeld(visit, (transaction, document, page) -> {
                    Document next = document.beginDeletion(document.source().next(clock.instant()), clock.instant());
                    return documents
                            .save(transaction, next)
                            .chain(() -> transaction
                                    .preparedQuery(PgPageStore.DELETE)
                                    .execute(Tuple.of(document.id())))
                            .chain(() -> work.add(transaction, next, Task.REMOVE));
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> putOff(Visit visit, Duration delay, boolean counts) {
        return database.query(visit.tenantId(), connection -> connection
                        .preparedQuery(PUT_OFF)
                        .execute(
                                Tuple.of(visit.documentId(), visit.token(), counts ? 0 : 1, (double) delay.toMillis())))
                .replaceWithVoid();
    }

    /** What is done with a page and the document that it speaks for. */
    private interface Step<T> {
        Uni<T> of(SqlConnection transaction, Document document, Page page);
    }

    private <T> Uni<Optional<T>> whileHeld(Visit visit, Step<T> step) {
        return database.inTransaction(visit.tenantId(), transaction -> documents
                .lock(transaction, visit.documentId())
                .chain(document -> hold(transaction, visit)
                        .chain(page -> page.isEmpty() || document.isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : of(transaction, document.get(), page.get(), step))));
    }

    private static <T> Uni<Optional<T>> of(SqlConnection transaction, Document document, Page page, Step<T> step) {
        return document.version() == page.version()
                ? step.of(transaction, document, page).map(Optional::ofNullable)
                : transaction
                        .preparedQuery(RETIRE)
                        .execute(Tuple.of(document.id()))
                        .replaceWith(Optional.empty());
    }

    private static Uni<Optional<Page>> hold(SqlConnection transaction, Visit visit) {
        return transaction
                .preparedQuery(HOLD)
                .mapping(row -> PageRows.page(row.getDelegate()))
                .execute(Tuple.of(visit.documentId(), visit.token()))
                .map(rows -> rows.stream().findFirst());
    }

    private static Uni<Void> left(SqlConnection transaction, Page page, int misses, @Nullable Duration next) {
        return transaction
                .preparedQuery(LEFT)
                .execute(Tuple.of(page.documentId(), misses, PageRows.millis(next)))
                .replaceWithVoid();
    }
}
