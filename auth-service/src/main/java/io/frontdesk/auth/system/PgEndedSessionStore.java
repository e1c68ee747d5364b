package io.frontdesk.auth.system;

import io.frontdesk.auth.sessions.EndedSessions;
import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** Ended sessions of all tenants, in PostgreSQL. */
@ApplicationScoped
class PgEndedSessionStore implements EndedSessions {
    private static final String FORGET = """
            delete from ended_sessions where (tenant_id, id) in
              (select tenant_id, id from ended_sessions where ended_at < $1 limit $2)""";

    private final SystemDatabase database;

    PgEndedSessionStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Integer> forget(Instant endedBefore, int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(endedBefore.atOffset(ZoneOffset.UTC), limit))
                .map(deleted -> deleted.rowCount()));
    }
}
