package io.frontdesk.generation.conversation.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets conversations, whosever they are. What another replica is just forgetting is left to it. */
@ApplicationScoped
class PgConversationPurgeStore {
    private static final String FORGET = """
            with due as (
                select tenant_id, id from conversation where keep_until < now()
                order by keep_until limit $1 for update skip locked
            )
            delete from conversation using due where conversation.tenant_id = due.tenant_id and conversation.id = due.id""";

    private final SystemDatabase database;

    PgConversationPurgeStore(SystemDatabase database) {
        this.database = database;
    }

    /** Forgets some of those that are due; answers how many. */
    Uni<Integer> forget(int atMost) {
        return database.inTransaction(transaction ->
                transaction.preparedQuery(FORGET).execute(Tuple.of(atMost)).map(forgotten -> forgotten.rowCount()));
    }
}
