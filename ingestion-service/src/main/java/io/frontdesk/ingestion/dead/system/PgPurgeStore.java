package io.frontdesk.ingestion.dead.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Forgets letters, whosever they are. What another replica is just forgetting is left to it. */
@ApplicationScoped
class PgPurgeStore {
    private static final String FORGET = """
            DELETE FROM dead_letter WHERE id = ANY (ARRAY(
                SELECT id FROM dead_letter WHERE died_at < $1 ORDER BY died_at LIMIT $2 FOR UPDATE SKIP LOCKED))
            """;

    private final SystemDatabase database;

    PgPurgeStore(SystemDatabase database) {
        this.database = database;
    }

    /** Forgets some of those that failed before then; returns how many. */
    Uni<Integer> forget(Instant before, int atMost) {
        return database.inTransaction(transaction -> transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), atMost))
                .map(forgotten -> forgotten.rowCount()));
    }
}
