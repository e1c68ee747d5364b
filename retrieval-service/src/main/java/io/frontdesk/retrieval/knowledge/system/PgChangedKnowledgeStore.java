package io.frontdesk.retrieval.knowledge.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The knowledge versions of all tenants, in PostgreSQL. */
@ApplicationScoped
class PgChangedKnowledgeStore {
    private static final String MARK = "select now() - make_interval(secs => $1) - interval '1 minute' as at";

    private static final String PAGE = """
            select tenant_id, version from knowledge
            where changed_at >= $1 and changed_at < now() - make_interval(secs => $2) and tenant_id > $3
            order by tenant_id limit $4""";

    private final SystemDatabase database;

    PgChangedKnowledgeStore(SystemDatabase database) {
        this.database = database;
    }

    /** From when on to look next time, with some overlap for what commits late and for what Redis lost of late. */
    Uni<OffsetDateTime> mark(Duration grace) {
        return database.inTransaction(connection -> connection
                .preparedQuery(MARK)
                .execute(Tuple.of(seconds(grace)))
                .map(rows -> rows.iterator().next().getOffsetDateTime("at")));
    }

    /** Versions that were raised since then, and not within the grace, of tenants with greater ids, in their order. */
    Uni<List<VersionOf>> changed(OffsetDateTime since, Duration grace, UUID after, int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery(PAGE)
                .mapping(row -> new VersionOf(row.getUUID("tenant_id"), row.getLong("version")))
                .execute(Tuple.of(since, seconds(grace), after, limit))
                .map(rows -> rows.stream().toList()));
    }

    private static double seconds(Duration grace) {
        return grace.toMillis() / 1000.0;
    }
}
