package io.frontdesk.ingestion.web.system;

import io.frontdesk.ingestion.web.CrawlStore;
import io.frontdesk.ingestion.web.Reading;
import io.frontdesk.ingestion.web.Visit;
import io.frontdesk.ingestion.web.WebConfig;
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
 * CrawlStore in two statements: the first takes a host's turn, so that one page a pause is begun of it; the second takes a page
 * of it, of a tenant by lot, who therefore need not wait for all pages of another.
 */
@ApplicationScoped
class PgCrawlStore implements CrawlStore {
    /** A replica that hangs must not keep a host's turn. */
    private static final String GUARD = "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)";

    private static final String OCCUPIED = """
            WITH occupied AS MATERIALIZED (
                SELECT tenant_id FROM page WHERE lease_token IS NOT NULL AND due_at > clock_timestamp()
                GROUP BY tenant_id HAVING count(*) >= $1)
            """;
    private static final String TAKE_TURN = OCCUPIED + """
            UPDATE host SET turn_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE name = (
                SELECT h.name FROM host h
                WHERE h.turn_at <= clock_timestamp() AND h.free_at <= clock_timestamp()
                    AND EXISTS (
                        SELECT FROM page p
                        WHERE p.host = h.name AND p.due_at <= clock_timestamp()
                            AND p.tenant_id NOT IN (SELECT tenant_id FROM occupied))
                ORDER BY h.turn_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING name
            """;
    private static final String TAKE_PAGE = OCCUPIED + """
            UPDATE page SET
                attempts = attempts + 1, lease_token = $2,
                due_at = clock_timestamp() + $3 * interval '1 millisecond'
            WHERE (tenant_id, document_id) = (
                SELECT tenant_id, document_id FROM page
                WHERE host = $4 AND due_at <= clock_timestamp() AND tenant_id = (
                    SELECT tenant_id FROM page
                    WHERE host = $4 AND due_at <= clock_timestamp()
                        AND tenant_id NOT IN (SELECT tenant_id FROM occupied)
                    GROUP BY tenant_id ORDER BY random() LIMIT 1)
                ORDER BY lane, due_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING tenant_id, document_id, attempts, lease_token
            """;
    private static final String TAKE_SOURCE = """
            UPDATE source SET
                attempts = attempts + 1, lease_token = $1,
                due_at = clock_timestamp() + $2 * interval '1 millisecond'
            WHERE (tenant_id, id) = (
                SELECT tenant_id, id FROM source
                WHERE due_at <= clock_timestamp()
                ORDER BY due_at
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING tenant_id, id, attempts, lease_token
            """;

    private final SystemDatabase database;
    private final WebConfig config;

    PgCrawlStore(SystemDatabase database, WebConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Uni<Optional<Visit>> nextPage() {
        return database.inTransaction(transaction -> transaction
                .query(GUARD)
                .execute()
                .chain(() -> transaction.preparedQuery(TAKE_TURN).execute(Tuple.of((long) config.perTenant(), (double)
                        config.pause().toMillis())))
                .chain(turn -> takePage(transaction, turn)));
    }

    private Uni<Optional<Visit>> takePage(SqlConnection transaction, RowSet<Row> turn) {
        if (turn.rowCount() == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return transaction
                .preparedQuery(TAKE_PAGE)
                .mapping(row -> new Visit(
                        row.getUUID("tenant_id"),
                        row.getUUID("document_id"),
                        row.getInteger("attempts"),
                        row.getUUID("lease_token")))
                .execute(Tuple.of(
                        (long) config.perTenant(),
                        UUID.randomUUID(),
                        (double) config.pageLease().toMillis(),
                        turn.iterator().next().getString("name")))
                .map(taken -> taken.stream().findFirst());
    }

    @Override
    public Uni<Optional<Reading>> nextSource() {
        // As long again as the reading may take, for what it found.
        double lease = config.readingTime().multipliedBy(2).toMillis();
        return database.inTransaction(transaction -> transaction
                .preparedQuery(TAKE_SOURCE)
                .mapping(row -> new Reading(
                        row.getUUID("tenant_id"),
                        row.getUUID("id"),
                        row.getInteger("attempts"),
                        row.getUUID("lease_token")))
                .execute(Tuple.of(UUID.randomUUID(), lease))
                .map(taken -> taken.stream().findFirst()));
    }
}
