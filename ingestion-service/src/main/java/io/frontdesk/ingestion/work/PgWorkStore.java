package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.blob.BlobKey;
import io.frontdesk.ingestion.blob.BlobStore;
import io.frontdesk.ingestion.documents.Document;
import io.frontdesk.ingestion.documents.DocumentStore;
import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The queue as rows of one tenant; who takes what next is decided across tenants, in the {@code system} package. */
@ApplicationScoped
class PgWorkStore implements WorkStore {
    private static final String ADD = """
        INSERT INTO work (tenant_id, document_id, version, task, lane, attempts, lease_token, available_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + $8 * interval '1 millisecond')
        ON CONFLICT (tenant_id, document_id) DO UPDATE SET
            version = excluded.version, task = excluded.task, lane = excluded.lane, attempts = excluded.attempts,
            lease_token = excluded.lease_token, available_at = excluded.available_at, postponements = 0,
            enqueued_at = now()
        """;
    /** What a turn is told of work that can be taken at some time; one that had nothing to wait for waits from now on. */
    private static final String TELL_TURN = """
        ON CONFLICT (tenant_id, lane) DO UPDATE SET
            next_at = least(turn.next_at, excluded.next_at),
            served_at = CASE WHEN turn.next_at = 'infinity' THEN excluded.served_at ELSE turn.served_at END
        """;

    private static final String ADD_TURN = """
        INSERT INTO turn (tenant_id, lane, next_at, served_at)
        VALUES ($1, $2, clock_timestamp() + $3 * interval '1 millisecond', clock_timestamp())
        """ + TELL_TURN;
    private static final String RENEW = """
        UPDATE work SET available_at = clock_timestamp() + $3 * interval '1 millisecond'
        WHERE document_id = $1 AND lease_token = $2
        """;
    private static final String HOLD = "SELECT FROM work WHERE document_id = $1 AND lease_token = $2 FOR UPDATE";
    private static final String DONE = "DELETE FROM work WHERE document_id = $1 AND lease_token = $2";
    private static final String GIVE_BACK = """
        WITH given AS (
            UPDATE work SET
                lease_token = NULL, available_at = clock_timestamp() + $3 * interval '1 millisecond',
                attempts = attempts - $4, postponements = postponements + $4
            WHERE document_id = $1 AND lease_token = $2
            RETURNING tenant_id, lane, available_at)
        INSERT INTO turn (tenant_id, lane, next_at, served_at)
        SELECT tenant_id, lane, available_at, clock_timestamp() FROM given
        """ + TELL_TURN;

    private static final String PLAN = """
        INSERT INTO turn (tenant_id, lane, plan, next_at)
        SELECT $1, lane, $2, 'infinity' FROM generate_series(0, 2) AS lane
        ON CONFLICT (tenant_id, lane) DO UPDATE SET plan = excluded.plan WHERE turn.plan <> excluded.plan
        """;

    private static final String REST = """
        UPDATE turn SET rests_until = greatest(rests_until, clock_timestamp() + $2 * interval '1 millisecond')
        WHERE tenant_id = $1
        """;

    private final TenantDatabase database;
    private final DocumentStore documents;
    private final BlobStore blobs;
    private final Duration lease;

    PgWorkStore(TenantDatabase database, DocumentStore documents, BlobStore blobs, WorkConfig config) {
        this.database = database;
        this.documents = documents;
        this.blobs = blobs;
        this.lease = config.lease();
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, Document document, Task task) {
        return add(transaction, document, task, null, Duration.ZERO);
    }

    @Override
    public Uni<Lease> addTaken(SqlConnection transaction, Document document, Task task) {
        var taken = new Lease(
                document.tenantId(),
                document.id(),
                document.version(),
                task,
                lane(document, task),
                1,
                0,
                UUID.randomUUID());
        return add(transaction, document, task, taken.token(), lease).replaceWith(taken);
    }

    private static Uni<Void> add(
            SqlConnection transaction, Document document, Task task, @Nullable UUID token, Duration availableIn) {
        short rank = lane(document, task).rank();
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.from(Arrays.asList(
                        document.tenantId(),
                        document.id(),
                        document.version(),
                        task.wireName(),
                        rank,
                        token == null ? 0 : 1,
                        token,
                        (double) availableIn.toMillis())))
                .chain(() -> transaction.preparedQuery(ADD_TURN).execute(Tuple.of(document.tenantId(), rank, (double)
                        availableIn.toMillis())))
                .replaceWithVoid();
    }

    /** What customers must no longer see goes before everything that they may see. */
    private static Lane lane(Document document, Task task) {
        return task == Task.REMOVE ? Lane.HIGH : document.lane();
    }

    @Override
    public Uni<Void> drop(SqlConnection transaction, Lease lease) {
        return transaction
                .preparedQuery(DONE)
                .execute(Tuple.of(lease.documentId(), lease.token()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> renew(Lease lease) {
        return update(lease, RENEW, Tuple.of(lease.documentId(), lease.token(), (double) this.lease.toMillis()));
    }

    @Override
    public Uni<Document> step(Lease lease, UnaryOperator<Document> step) {
        return whileHeld(
                lease, step, (transaction, document) -> Uni.createFrom().item(document));
    }

    @Override
    public Uni<Void> finish(Lease lease, UnaryOperator<Document> step) {
        return whileHeld(lease, step, (transaction, document) -> done(transaction, lease));
    }

    @Override
    public Uni<Void> finishAndForgetOriginals(Lease lease, UnaryOperator<Document> step) {
        var key = new BlobKey(lease.tenantId(), lease.documentId(), lease.version());
        return whileHeld(lease, step, (transaction, document) -> blobs.deleteBefore(transaction, key)
                .chain(() -> done(transaction, lease)));
    }

    /** The document is locked before its work, as intake does: the other way round the two would wait for each other. */
    private <T> Uni<T> whileHeld(
            Lease lease, UnaryOperator<Document> step, BiFunction<SqlConnection, Document, Uni<T>> then) {
        return database.inTransaction(lease.tenantId(), transaction -> documents
                .lock(transaction, lease.documentId())
                .map(found -> found.orElseThrow(() -> new LeaseLost(lease)))
                .call(document -> hold(transaction, lease))
                .map(step)
                .call(document -> documents.saveStep(transaction, document))
                .chain(document -> then.apply(transaction, document)));
    }

    private static Uni<Void> hold(SqlConnection transaction, Lease lease) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.of(lease.documentId(), lease.token()))
                .invoke(held -> failUnlessOne(held, lease))
                .replaceWithVoid();
    }

    private static Uni<Void> done(SqlConnection transaction, Lease lease) {
        return transaction
                .preparedQuery(DONE)
                .execute(Tuple.of(lease.documentId(), lease.token()))
                .invoke(deleted -> failUnlessOne(deleted, lease))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> retryAfter(Lease lease, Duration delay) {
        return giveBack(lease, delay, 0);
    }

    @Override
    public Uni<Void> postpone(Lease lease, Duration delay) {
        return giveBack(lease, delay, 1);
    }

    @Override
    public Uni<Void> plan(UUID tenantId, String plan) {
        return database.query(
                        tenantId, connection -> connection.preparedQuery(PLAN).execute(Tuple.of(tenantId, plan)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> rest(UUID tenantId, Duration delay) {
        return database.query(
                        tenantId, connection -> connection.preparedQuery(REST).execute(Tuple.of(tenantId, (double)
                                delay.toMillis())))
                .replaceWithVoid();
    }

    private Uni<Void> giveBack(Lease lease, Duration delay, int uncounted) {
        return update(
                        lease,
                        GIVE_BACK,
                        Tuple.of(lease.documentId(), lease.token(), (double) delay.toMillis(), uncounted))
                .replaceWithVoid();
    }

    private Uni<Boolean> update(Lease lease, String sql, Tuple parameters) {
        return database.query(
                        lease.tenantId(),
                        connection -> connection.preparedQuery(sql).execute(parameters))
                .map(updated -> updated.rowCount() == 1);
    }

    private static void failUnlessOne(RowSet<?> rows, Lease lease) {
        if (rows.rowCount() != 1) {
            throw new LeaseLost(lease);
        }
    }
}
