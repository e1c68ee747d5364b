package io.frontdesk.ingestion.web;

import io.frontdesk.contracts.Ids;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentLife.Deleted;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.documents.Failure;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What readings bring, a few pages a transaction. */
@ApplicationScoped
class PgReadingStore implements ReadingStore {
    private static final int PAGES_AT_ONCE = 100;
    private static final String BEGIN = """
            SELECT s.*, 0::bigint AS pages FROM source s WHERE s.id = $1 AND s.lease_token = $2
            """;
    private static final String HOLD = "SELECT FROM source WHERE id = $1 AND lease_token = $2 FOR UPDATE";

    /** Of pages whose document somebody else has replaced, the source has nothing to say any more. */
    private static final String LIST_AGAIN = """
            UPDATE page SET listed_in = $2, lane = $6, recrawl_seconds = $7 FROM document d
            WHERE page.source_id = $1 AND page.url = ANY ($3) AND d.tenant_id = page.tenant_id AND d.id = page.document_id
                AND (d.version <> page.version OR d.metadata = $4 AND d.acl = $5)
            RETURNING page.url
            """;

    private static final String LIST_NEW = """
            INSERT INTO page (tenant_id, document_id, version, source_id, url, host, lane, recrawl_seconds, listed_in)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, document_id) DO NOTHING
            """;
    private static final String LIST_CHANGED = """
            UPDATE page SET
                version = $4, lane = $5, recrawl_seconds = $6, listed_in = $7, content_hash = NULL, content_type = NULL,
                etag = NULL, last_modified = NULL, misses = 0, attempts = 0, due_at = NULL, lease_token = NULL
            WHERE document_id = $1 AND source_id = $2 AND version = $3
            """;
    private static final String UNLISTED = """
            SELECT document_id, version FROM page
            WHERE source_id = $1 AND listed_in IS DISTINCT FROM $2 LIMIT $3
            """;
    private static final String END = """
            UPDATE source SET
                read_at = CASE WHEN $3::text IS NULL THEN clock_timestamp() ELSE read_at END,
                failure_code = $3, failure = $4, refused = coalesce($5, refused),
                attempts = CASE WHEN $7 THEN attempts ELSE 0 END, lease_token = NULL,
                due_at = clock_timestamp() + $6 * interval '1 millisecond'
            WHERE id = $1 AND lease_token = $2
            """;
    private static final String DELETE = "DELETE FROM source WHERE id = $1 AND lease_token = $2";

    private final TenantDatabase database;
    private final DocumentStore documents;
    private final WorkStore work;
    private final Clock clock;

    PgReadingStore(TenantDatabase database, DocumentStore documents, WorkStore work, Clock clock) {
        this.database = database;
        this.documents = documents;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Source>> begin(Reading reading) {
        return database.query(reading.tenantId(), connection -> connection
                        .preparedQuery(BEGIN)
                        .mapping(row -> SourceRows.source(row.getDelegate()))
                        .execute(Tuple.of(reading.sourceId(), reading.token())))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> list(Reading reading, Source source, List<WantedPage> pages) {
        return Multi.createFrom()
                .iterable(pages)
                .group()
                .intoLists()
                .of(PAGES_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        some -> whileHeld(reading, transaction -> listSome(transaction, reading, source, some)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> listSome(SqlConnection transaction, Reading reading, Source source, List<WantedPage> some) {
        return transaction
                .preparedQuery(LIST_AGAIN)
                .mapping(row -> row.getString("url"))
                .execute(Tuple.from(Arrays.asList(
                        source.id(),
                        reading.token(),
                        some.stream().map(WantedPage::url).toArray(String[]::new),
                        new JsonObject(Map.copyOf(source.metadata())),
                        source.acl().toArray(String[]::new),
                        source.lane().rank(),
                        source.recrawl().toSeconds())))
                .map(rows -> rows.stream().collect(Collectors.toSet()))
                .chain(known -> Multi.createFrom()
                        .items(some.stream().filter(page -> !known.contains(page.url())))
                        .onItem()
                        .transformToUniAndConcatenate(page -> listOne(transaction, reading, source, page))
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> listOne(SqlConnection transaction, Reading reading, Source source, WantedPage page) {
        return documents
                .lockOrCreate(transaction, source.tenantId(), Ids.next(), page.url())
                .chain(present -> {
                    Document next = next(present, source, page);
                    boolean absent = present.version() == 0 || present.life() instanceof Deleted;
                    Uni<RowSet<Row>> listed = absent
                            ? listNew(transaction, reading, source, page, next)
                            : listChanged(transaction, reading, source, present, next);
                    return listed.chain(rows -> rows.rowCount() == 1
                            ? documents.saveStep(transaction, next).chain(() -> work.add(transaction, next, Task.INDEX))
                            : Uni.createFrom().voidItem());
                });
    }

    private Document next(Document present, Source source, WantedPage page) {
        return present.replace(
                present.source().next(clock.instant()),
                "source:" + source.id(),
                source.describe(page.url()),
                source.lane(),
                0,
                clock.instant());
    }

    private static Uni<RowSet<Row>> listNew(
            SqlConnection transaction, Reading reading, Source source, WantedPage page, Document next) {
        return transaction
                .preparedQuery(PgPageStore.KNOW_HOST)
                .execute(Tuple.of(page.host()))
                .chain(() -> transaction
                        .preparedQuery(LIST_NEW)
                        .execute(Tuple.from(Arrays.asList(
                                next.tenantId(),
                                next.id(),
                                next.version(),
                                source.id(),
                                page.url(),
                                page.host(),
                                source.lane().rank(),
                                source.recrawl().toSeconds(),
                                reading.token()))));
    }

    private static Uni<RowSet<Row>> listChanged(
            SqlConnection transaction, Reading reading, Source source, Document present, Document next) {
        return transaction
                .preparedQuery(LIST_CHANGED)
                .execute(Tuple.from(Arrays.asList(
                        present.id(),
                        source.id(),
                        present.version(),
                        next.version(),
                        source.lane().rank(),
                        source.recrawl().toSeconds(),
                        reading.token())));
    }

    @Override
    public Uni<Boolean> deleteUnlisted(Reading reading) {
        return whileHeld(reading, transaction -> transaction
                .preparedQuery(UNLISTED)
                .execute(Tuple.of(reading.sourceId(), reading.token(), PAGES_AT_ONCE))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> delete(transaction, row.getUUID("document_id"), row.getLong("version")))
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(rows.rowCount() > 0)));
    }

    /** Where somebody else has replaced the document meanwhile it is no longer the source's to delete. */
    private Uni<Void> delete(SqlConnection transaction, UUID documentId, long version) {
        return documents
                .lock(transaction, documentId)
                .map(found -> found.filter(document -> document.version() == version))
                .call(() -> transaction.preparedQuery(PgPageStore.DELETE).execute(Tuple.of(documentId)))
                .chain(found -> found.map(document -> delete(transaction, deleted(document)))
                        .orElse(Uni.createFrom().voidItem()));
    }

    private Document deleted(Document document) {
        return document.beginDeletion(document.source().next(clock.instant()), clock.instant());
    }

    private Uni<Void> delete(SqlConnection transaction, Document next) {
        return documents.save(transaction, next).chain(() -> work.add(transaction, next, Task.REMOVE));
    }

    @Override
    public Uni<Void> finish(Reading reading, int refused, Duration next) {
        return end(reading, null, refused, next, false);
    }

    @Override
    public Uni<Void> fail(Reading reading, Failure failure, Duration next) {
        return end(reading, failure, null, next, false);
    }

    @Override
    public Uni<Void> putOff(Reading reading, Failure failure, Duration delay) {
        return end(reading, failure, null, delay, true);
    }

    private Uni<Void> end(
            Reading reading, @Nullable Failure failure, @Nullable Integer refused, Duration next, boolean again) {
        return database.query(reading.tenantId(), connection -> connection
                        .preparedQuery(END)
                        .execute(Tuple.from(Arrays.asList(
                                reading.sourceId(),
                                reading.token(),
                                failure == null ? null : failure.code(),
                                failure == null ? null : failure.message(),
                                refused,
                                (double) next.toMillis(),
                                again))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> delete(Reading reading) {
        return database.query(reading.tenantId(), connection -> connection
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(reading.sourceId(), reading.token())))
                .replaceWithVoid();
    }

    private <T> Uni<T> whileHeld(Reading reading, Function<SqlConnection, Uni<T>> work) {
        return database.inTransaction(reading.tenantId(), transaction -> transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(reading.sourceId(), reading.token()))
                .invoke(held -> {
                    if (held.rowCount() != 1) {
                        throw new ReadingLost(reading);
                    }
                })
                .chain(() -> work.apply(transaction)));
    }
}
