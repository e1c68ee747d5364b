package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchExplanation;
import io.frontdesk.contracts.search.SearchExplanation.VectorPlan;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** What the legs of a search give, asked for once more: searches that nobody wants to have explained pay nothing for it. */
final class PgExplanationStore {
    private static final String EXPLAIN = "select * from explain_search($1, $2, $3::smallint, $4, $5, $6, $7, $8)";

    private PgExplanationStore() {}

    /** Fails where no tenant is set. The places of passages are still to be told. */
    static Uni<SearchExplanation> read(SqlConnection connection, Tuple arguments, Generation generation) {
        return connection
                .preparedQuery(EXPLAIN)
                .execute(arguments)
                .map(rows -> explanation(rows.iterator().next(), generation));
    }

    private static SearchExplanation explanation(Row row, Generation generation) {
        return new SearchExplanation(
                row.getBoolean("exact") ? VectorPlan.EXACT : VectorPlan.HNSW,
                row.getLong("chunks"),
                generation.id(),
                generation.model(),
                List.of(row.getArrayOfUUIDs("by_meaning")),
                List.of(row.getArrayOfUUIDs("by_words")),
                List.of());
    }
}
