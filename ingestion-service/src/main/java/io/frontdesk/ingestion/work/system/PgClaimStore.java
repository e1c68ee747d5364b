package io.frontdesk.ingestion.work.system;

import io.frontdesk.ingestion.documents.Lane;
import io.frontdesk.ingestion.work.ClaimStore;
import io.frontdesk.ingestion.work.LaneLoad;
import io.frontdesk.ingestion.work.Lease;
import io.frontdesk.ingestion.work.Task;
import io.frontdesk.ingestion.work.WorkConfig;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Claims by the SQL function {@code claim}, where the order is explained. */
@ApplicationScoped
class PgClaimStore implements ClaimStore {
    private static final String CLAIM = """
        SELECT tenant_id, document_id, version, task, lane, attempts, postponements, lease_token
        FROM claim($1 * interval '1 millisecond', $2, $3 * interval '1 millisecond', $4, $5, $6)
        """;

    private static final String LOADS = """
        SELECT lane, count(*) FILTER (WHERE waits) AS waiting, count(*) FILTER (WHERE NOT waits) AS in_work,
            coalesce(extract(epoch FROM now() - min(enqueued_at) FILTER (WHERE waits)), 0)::float8 AS oldest
        FROM (SELECT lane, enqueued_at, lease_token IS NULL OR available_at <= now() AS waits FROM work) AS queued
        GROUP BY lane
        """;

    private final SystemDatabase database;
    private final WorkConfig config;
    private final String[] plans;
    private final Double[] weights;
    private final AtomicInteger taken = new AtomicInteger();

    PgClaimStore(SystemDatabase database, WorkConfig config) {
        this.database = database;
        this.config = config;
        this.plans = config.weights().keySet().toArray(String[]::new);
        this.weights = config.weights().values().toArray(Double[]::new);
    }

    @Override
    public Uni<Optional<Lease>> next() {
        boolean byAge = taken.get() % config.agedEvery() == config.agedEvery() - 1;
        Tuple arguments = Tuple.tuple()
                .addDouble((double) config.lease().toMillis())
                .addLong((long) config.perTenant())
                .addDouble((double) config.ageing().toMillis())
                .addBoolean(byAge)
                .addArrayOfString(plans)
                .addArrayOfDouble(weights);
        return database.inTransaction(connection -> connection
                        .preparedQuery(CLAIM)
                        .mapping(PgClaimStore::lease)
                        .execute(arguments))
                .map(found -> found.stream().findFirst())
                .invoke(lease -> lease.ifPresent(claimed -> taken.incrementAndGet()));
    }

    @Override
    public Uni<List<LaneLoad>> loads() {
        return database.inTransaction(connection -> connection
                        .preparedQuery(LOADS)
                        .mapping(PgClaimStore::load)
                        .execute())
                .map(found -> found.stream().toList());
    }

    private static LaneLoad load(Row row) {
        Duration oldest = Duration.ofMillis(Math.round(row.getDouble("oldest") * 1_000));
        return new LaneLoad(Lane.ranked(row.getShort("lane")), row.getLong("waiting"), row.getLong("in_work"), oldest);
    }

    private static Lease lease(Row row) {
        return new Lease(
                row.getUUID("tenant_id"),
                row.getUUID("document_id"),
                row.getLong("version"),
                Task.named(row.getString("task")),
                Lane.ranked(row.getShort("lane")),
                row.getInteger("attempts"),
                row.getInteger("postponements"),
                row.getUUID("lease_token"));
    }
}
