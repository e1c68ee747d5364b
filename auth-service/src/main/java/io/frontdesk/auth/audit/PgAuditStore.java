package io.frontdesk.auth.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The audit trail in PostgreSQL. */
@ApplicationScoped
public class PgAuditStore {
    private static final String INSERT = """
            insert into audit_events (id, tenant_id, at, action, actor, target, outcome, request_id, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";

    /** Keeps an event, in the transaction of what it tells of. */
    public Uni<Void> append(SqlConnection transaction, AuditEvent event) {
        return transaction
                .preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        event.id(),
                        event.tenantId(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.action().wireName(),
                        event.actor(),
                        event.target(),
                        event.succeeded() ? "succeeded" : "failed",
                        event.requestId(),
                        JsonObject.of().mergeIn(new JsonObject(Map.<String, Object>copyOf(event.details()))))))
                .replaceWithVoid();
    }
}
