package io.frontdesk.kit.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Takes events that are to leave when the transaction has committed: at least once, in order for each key. */
public interface OutboxStore {
    /** Takes these in this order. */
    Uni<Void> add(SqlConnection transaction, List<Event> events);

    default Uni<Void> add(SqlConnection transaction, Event event) {
        return add(transaction, List.of(event));
    }
}
