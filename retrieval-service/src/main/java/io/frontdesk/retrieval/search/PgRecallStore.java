package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.database.TenantDatabase;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks PostgreSQL for both, what the search's plan finds and what comparing all vectors finds. */
@ApplicationScoped
class PgRecallStore implements RecallStore {
    private static final String RECALL =
            "select chunks, recall from recall_at_10($1, $2::smallint, $3, $4, $5, $6, $7)";

    private final TenantDatabase database;
    private final SearchConfig config;

    PgRecallStore(TenantDatabase database, SearchConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public Uni<Recall> of(Caller caller, SearchRequest request, Embedding question, Generation generation) {
        Tuple arguments = PgPassageStore.byMeaning(Tuple.tuple(), caller, request, question, generation, config);
        return database.query(
                        caller.tenantId(),
                        connection -> connection.preparedQuery(RECALL).execute(arguments))
                .map(rows -> recall(rows.iterator().next()));
    }

    private static Recall recall(Row row) {
        return new Recall(row.getLong("chunks"), row.getDouble("recall"));
    }
}
