package io.frontdesk.kit.events;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Takes events that are to leave when the transaction has committed: at least once, in order for each key. */
public interface OutboxStore {
    Uni<Void> add(SqlConnection transaction, Event event);
}
