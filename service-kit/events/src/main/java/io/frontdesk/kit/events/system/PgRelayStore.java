package io.frontdesk.kit.events.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.frontdesk.kit.events.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What waits in the outbox. Who gives out events of a key has locked the first of them, and gives out no others before it: so
 * events of one key keep their order with any number of replicas, and those of others do not wait for them.
 */
@ApplicationScoped
public class PgRelayStore {
    /** Among so many times as many events as leave in one go: what waits behind them costs nothing. */
    private static final int OLDEST = 10;

    private static final String LOCK_FIRST = """
            SELECT key FROM outbox WHERE position = ANY (ARRAY(SELECT position FROM first))
            ORDER BY position
            LIMIT $1
            FOR UPDATE SKIP LOCKED
            """;
    private static final String LOCK_OLDEST = """
            WITH first AS (
                SELECT min(position) AS position FROM (SELECT key, position FROM outbox ORDER BY position LIMIT $2) oldest
                GROUP BY key)
            """ + LOCK_FIRST;

    /** From key to key on the index, however many events each of them has. */
    private static final String LOCK_ANY = """
            WITH RECURSIVE first AS (
                (SELECT key, position FROM outbox ORDER BY key, position LIMIT 1)
                UNION ALL
                SELECT next.* FROM first CROSS JOIN LATERAL (
                    SELECT key, position FROM outbox WHERE key > first.key ORDER BY key, position LIMIT 1) next)
            """ + LOCK_FIRST;

    private static final String EVENTS_OF = """
            SELECT position, id, tenant_id, key, topic, type, data, happened_at FROM outbox
            WHERE key = ANY ($1) ORDER BY position LIMIT $2
            """;
    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY ($1)";

    private final SystemDatabase database;

    PgRelayStore(SystemDatabase database) {
        this.database = database;
    }

    /**
     * Gives out some events, those of a key in their order, and forgets them when they have been sent; where sending fails,
     * all of them stay.
     *
     * @return how many there were
     */
    public Uni<Integer> drain(int atMost, Function<List<Event>, Uni<Void>> send) {
        return database.inTransaction(transaction -> lockKeys(transaction, atMost)
                .chain(keys -> eventsOf(transaction, keys, atMost))
                .call(events -> events.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : send.apply(events).chain(() -> delete(transaction, events)))
                .map(List::size));
    }

    /** The keys of the oldest events; where others are about all of those, whichever nobody is about. */
    private static Uni<String[]> lockKeys(SqlConnection transaction, int atMost) {
        return lock(transaction, LOCK_OLDEST, Tuple.of(atMost, atMost * OLDEST))
                .chain(keys ->
                        keys.length > 0 ? Uni.createFrom().item(keys) : lock(transaction, LOCK_ANY, Tuple.of(atMost)));
    }

    private static Uni<String[]> lock(SqlConnection transaction, String sql, Tuple arguments) {
        return transaction
                .preparedQuery(sql)
                .mapping(row -> row.getString("key"))
                .execute(arguments)
                .map(keys -> keys.stream().toArray(String[]::new));
    }

    private static Uni<List<Event>> eventsOf(SqlConnection transaction, String[] keys, int atMost) {
        return transaction
                .preparedQuery(EVENTS_OF)
                .mapping(PgRelayStore::event)
                .execute(Tuple.tuple().addArrayOfString(keys).addInteger(atMost))
                .map(rows -> rows.stream().toList());
    }

    private static Uni<Void> delete(SqlConnection transaction, List<Event> events) {
        UUID[] ids = events.stream().map(Event::id).toArray(UUID[]::new);
        return transaction.preparedQuery(DELETE).execute(Tuple.of(ids)).replaceWithVoid();
    }

    private static Event event(Row row) {
        return new Event(
                row.getUUID("id"),
                row.getUUID("tenant_id"),
                row.getString("key"),
                row.getString("topic"),
                row.getString("type"),
                row.getString("data"),
                row.getOffsetDateTime("happened_at").toInstant());
    }
}
