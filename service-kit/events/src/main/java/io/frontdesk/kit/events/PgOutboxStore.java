package io.frontdesk.kit.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The outbox as a table. */
@ApplicationScoped
class PgOutboxStore implements OutboxStore {
    private static final String ADD = """
            INSERT INTO outbox (id, tenant_id, key, topic, type, data, happened_at)
            SELECT id, tenant_id, key, topic, type, data, happened_at
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
                WITH ORDINALITY AS event (id, tenant_id, key, topic, type, data, happened_at, n)
            ORDER BY n
            """;

    @Override
    public Uni<Void> add(SqlConnection transaction, List<Event> events) {
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(column(events, Event::id, UUID[]::new))
                .addArrayOfUUID(column(events, Event::tenantId, UUID[]::new))
                .addArrayOfString(column(events, Event::key, String[]::new))
                .addArrayOfString(column(events, Event::topic, String[]::new))
                .addArrayOfString(column(events, Event::type, String[]::new))
                .addArrayOfString(column(events, Event::data, String[]::new))
                .addArrayOfOffsetDateTime(column(events, PgOutboxStore::happenedAt, OffsetDateTime[]::new));
        return transaction.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    private static OffsetDateTime happenedAt(Event event) {
        return event.happenedAt().atOffset(ZoneOffset.UTC);
    }

    private static <T> T[] column(List<Event> events, Function<Event, T> of, IntFunction<T[]> array) {
        return events.stream().map(of).toArray(array);
    }
}
