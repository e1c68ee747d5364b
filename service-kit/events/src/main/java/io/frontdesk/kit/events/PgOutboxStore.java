package io.frontdesk.kit.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Arrays;

/** The outbox as a table. */
@ApplicationScoped
class PgOutboxStore implements OutboxStore {
    private static final String ADD = """
            INSERT INTO outbox (id, tenant_id, key, topic, type, data, happened_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;

    @Override
    public Uni<Void> add(SqlConnection transaction, Event event) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.from(Arrays.asList(
                        event.id(),
                        event.tenantId(),
                        event.key(),
                        event.topic(),
                        event.type(),
                        event.data(),
                        event.happenedAt().atOffset(ZoneOffset.UTC))))
                .replaceWithVoid();
    }
}
