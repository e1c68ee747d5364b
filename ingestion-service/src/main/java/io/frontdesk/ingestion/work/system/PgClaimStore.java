package io.frontdesk.ingestion.work.system;

import io.frontdesk.ingestion.work.ClaimStore;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkConfig;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * ClaimStore in two statements: the first takes a tenant's turn, whose row lock lets one claim a time happen for a tenant and
 * lane; the second, which therefore sees all claims before it, takes the tenant's next task.
 */
@ApplicationScoped
class PgClaimStore implements ClaimStore {
    /** A claimer that hangs must not keep a tenant's turn. */
    private static final String GUARD = "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)";

    private static final String TAKE_TURN = """
            UPDATE turn SET served_at = clock_timestamp()
            WHERE (tenant_id, lane) = (
                SELECT t.tenant_id, t.lane FROM turn t
                WHERE EXISTS (
                        SELECT FROM work w
                        WHERE w.tenant_id = t.tenant_id AND w.lane = t.lane AND w.available_at <= clock_timestamp())
                    AND $1 > (
                        SELECT count(*) FROM work busy
                        WHERE busy.tenant_id = t.tenant_id AND busy.lease_token IS NOT NULL
                            AND busy.available_at > clock_timestamp())
                ORDER BY t.lane, t.served_at
                LIMIT 1)
            RETURNING tenant_id, lane
            """;

    private static final String TAKE_WORK = """
            UPDATE work SET
                attempts = attempts + 1, lease_token = $1,
                available_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE (tenant_id, document_id) = (
                SELECT tenant_id, document_id FROM work
                WHERE tenant_id = $3 AND lane = $4 AND available_at <= clock_timestamp()
                    AND $5 > (
                        SELECT count(*) FROM work busy
                        WHERE busy.tenant_id = $3 AND busy.lease_token IS NOT NULL
                            AND busy.available_at > clock_timestamp())
                ORDER BY available_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING tenant_id, document_id, version, task, attempts, postponements, lease_token
            """;

    private final SystemDatabase database;
    private final WorkConfig config;

    PgClaimStore(SystemDatabase database, WorkConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Uni<Optional<Lease>> next() {
        return database.inTransaction(this::takeTurn);
    }

    private Uni<Optional<Lease>> takeTurn(SqlConnection transaction) {
        return transaction
                .query(GUARD)
                .execute()
                .chain(() -> transaction.preparedQuery(TAKE_TURN).execute(Tuple.of((long) config.perTenant())))
                .chain(turn -> takeWork(transaction, turn));
    }

    private Uni<Optional<Lease>> takeWork(SqlConnection transaction, RowSet<Row> turn) {
        if (turn.rowCount() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        Row served = turn.iterator().next();
        return transaction
                .preparedQuery(TAKE_WORK)
                .mapping(PgClaimStore::lease)
                .execute(Tuple.of(
                        UUID.randomUUID(),
                        (double) config.lease().toMillis(),
                        served.getUUID("tenant_id"),
                        served.getShort("lane"),
                        (long) config.perTenant()))
                .map(taken -> taken.stream().findFirst());
    }

    private static Lease lease(Row row) {
        return new Lease(
                row.getUUID("tenant_id"),
                row.getUUID("document_id"),
                row.getLong("version"),
                Task.named(row.getString("task")),
                row.getInteger("attempts"),
                row.getInteger("postponements"),
                row.getUUID("lease_token"));
    }
}
