package io.frontdesk.ingestion.documents;

import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.kit.events.OutboxStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents as rows; every step writes its events into the outbox in the same transaction. */
@ApplicationScoped
class PgDocumentStore implements DocumentStore {
    private static final String FIND = "SELECT * FROM document WHERE id = $1 AND state <> 'deleted'";
    private static final String LIST = """
            SELECT * FROM document
            WHERE state <> 'deleted' AND id < coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
            ORDER BY id DESC LIMIT $2
            """;
    private static final String LOCK = "SELECT * FROM document WHERE id = $1 FOR UPDATE";
    private static final String LOCK_EXTERNAL = "SELECT * FROM document WHERE external_id = $1 FOR UPDATE";
    private static final String CREATE = """
            INSERT INTO document (tenant_id, id, external_id, version, state, created_at, updated_at)
            VALUES ($1, $2, $3, 0, 'received', now(), now())
            ON CONFLICT (tenant_id, external_id) DO NOTHING
            """;
    private static final String SAVE = """
            UPDATE document SET
                version = $2, fingerprint = $3, given_title = $4, file_name = $5, given_type = $6, url = $7,
                metadata = $8, acl = $9, lane = $10, size_bytes = $11, parsed_title = $12, parsed_type = $13,
                state = $14, pieces = $15, chunks = $16, failure_code = $17, failure = $18, failed_stage = $19,
                attempts = $20, created_at = $21, updated_at = $22, source_number = $23, source_closed = $24,
                source_time = $25, source_offset = $26, revision = revision + 1,
                staged = CASE WHEN state = $14 THEN staged ELSE 0 END,
                finished_at = CASE WHEN $14 IN ('indexed', 'failed') THEN coalesce(finished_at, now()) END
            WHERE id = $1
            """;

    private final TenantDatabase database;
    private final OutboxStore outbox;
    private final DocumentEvents events;
    private final FailureStore failures;

    PgDocumentStore(TenantDatabase database, OutboxStore outbox, DocumentEvents events, FailureStore failures) {
        this.database = database;
        this.outbox = outbox;
        this.events = events;
        this.failures = failures;
    }

    @Override
    public Uni<Optional<Document>> find(UUID tenantId, UUID id) {
        return database.query(tenantId, connection -> one(connection, FIND, Tuple.of(id)));
    }

    @Override
    public Uni<List<Document>> list(UUID tenantId, int limit, @Nullable UUID before) {
        return database.query(tenantId, connection -> many(connection, LIST, Tuple.of(before, limit)));
    }

    @Override
    public Uni<Optional<Document>> lock(SqlConnection transaction, UUID id) {
        return one(transaction, LOCK, Tuple.of(id));
    }

    @Override
    public Uni<Optional<Document>> lock(SqlConnection transaction, String externalId) {
        return one(transaction, LOCK_EXTERNAL, Tuple.of(externalId));
    }

    @Override
    public Uni<Document> lockOrCreate(SqlConnection transaction, UUID tenantId, UUID newId, String externalId) {
        return transaction
                .preparedQuery(CREATE)
                .execute(Tuple.of(tenantId, newId, externalId))
                .chain(() -> lock(transaction, externalId))
                .map(Optional::orElseThrow);
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, Document document) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.from(DocumentRows.parameters(document)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> saveStep(SqlConnection transaction, Document document) {
        return save(transaction, document)
                .chain(() -> settle(transaction, document))
                .chain(() -> Multi.createFrom()
                        .iterable(events.of(document))
                        .onItem()
                        .transformToUniAndConcatenate(event -> outbox.add(transaction, event))
                        .collect()
                        .last());
    }

    private Uni<Void> settle(SqlConnection transaction, Document document) {
        return switch (document.life()) {
            case DocumentLife.Failed failed -> failures.keep(transaction, document, failed);
            case DocumentLife.Indexed indexed -> failures.forget(transaction, document.id());
            case DocumentLife.Deleted deleted -> failures.forget(transaction, document.id());
            case DocumentLife.UnderWay underWay -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Optional<Document>> one(SqlConnection connection, String sql, Tuple parameters) {
        return many(connection, sql, parameters).map(found -> found.stream().findFirst());
    }

    private static Uni<List<Document>> many(SqlConnection connection, String sql, Tuple parameters) {
        return connection
                .preparedQuery(sql)
                .mapping(row -> DocumentRows.document(row.getDelegate()))
                .execute(parameters)
                .map(rows -> rows.stream().toList());
    }
}
