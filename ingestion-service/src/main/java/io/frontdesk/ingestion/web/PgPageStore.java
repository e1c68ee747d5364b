package io.frontdesk.ingestion.web;

import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.WorkStore;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Pages as rows. Whoever locks several rows locks the document first, then its page, then its work. */
@ApplicationScoped
class PgPageStore implements PageStore {
    static final String KNOW_HOST = "INSERT INTO host (name) VALUES ($1) ON CONFLICT DO NOTHING";
    static final String DELETE = "DELETE FROM page WHERE document_id = $1";
    private static final String WANT = """
            INSERT INTO page (tenant_id, document_id, version, url, host, lane, recrawl_seconds)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (tenant_id, document_id) DO UPDATE SET
                version = excluded.version, source_id = NULL, url = excluded.url, moved_to = NULL, host = excluded.host,
                lane = excluded.lane, recrawl_seconds = excluded.recrawl_seconds, misses = 0, attempts = 0,
                content_hash = CASE WHEN page.version = excluded.version THEN page.content_hash END,
                content_type = CASE WHEN page.version = excluded.version THEN page.content_type END,
                etag = CASE WHEN page.version = excluded.version THEN page.etag END,
                last_modified = CASE WHEN page.version = excluded.version THEN page.last_modified END,
                lease_token = CASE WHEN page.version = excluded.version THEN page.lease_token END,
                due_at = CASE
                    WHEN page.version <> excluded.version THEN NULL
                    WHEN page.content_hash IS NOT NULL THEN clock_timestamp()
                    ELSE page.due_at END
            """;
    private static final String FIND = "SELECT * FROM page WHERE document_id = $1";
    private static final String HAND_OVER = """
            UPDATE page SET due_at = clock_timestamp(), lease_token = NULL, attempts = 0
            WHERE document_id = $1 AND version = $2 AND content_hash IS NULL
            """;

    private final TenantDatabase database;
    private final WorkStore work;

    PgPageStore(TenantDatabase database, WorkStore work) {
        this.database = database;
        this.work = work;
    }

    @Override
    public Uni<Void> want(SqlConnection transaction, Document document, WantedPage page) {
        return transaction
                .preparedQuery(KNOW_HOST)
                .execute(Tuple.of(page.host()))
                .chain(() -> transaction
                        .preparedQuery(WANT)
                        .execute(Tuple.from(Arrays.asList(
                                document.tenantId(),
                                document.id(),
                                document.version(),
                                page.url(),
                                page.host(),
                                document.lane().rank(),
                                PageRows.seconds(page.recrawl())))))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Page>> find(UUID tenantId, UUID documentId) {
        return database.query(tenantId, connection -> connection
                        .preparedQuery(FIND)
                        .mapping(row -> PageRows.page(row.getDelegate()))
                        .execute(Tuple.of(documentId)))
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Void> handOver(Lease lease) {
        return database.inTransaction(lease.tenantId(), transaction -> transaction
                .preparedQuery(HAND_OVER)
                .execute(Tuple.of(lease.documentId(), lease.version()))
                .chain(() -> work.drop(transaction, lease)));
    }
}
