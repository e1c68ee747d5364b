package io.frontdesk.retrieval.generations.system;

import io.frontdesk.kit.database.SystemDatabase;
import io.frontdesk.retrieval.generations.Generation;
import io.frontdesk.retrieval.generations.GenerationStore;
import io.frontdesk.retrieval.generations.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Generations in PostgreSQL; what is done with them stands in the functions of the migrations. */
@ApplicationScoped
class PgGenerationStore implements GenerationStore {
    private static final String READ = "select id, model, dimensions, state from generation where state <> 'retired'";
    private static final String BEGIN = "select begin_generation($1, $2)";
    private static final String LACKING = "select * from tenants_lacking($1::smallint, $2)";
    private static final String SWITCH = "select switch_generation($1::smallint)";
    private static final String DROP = "select drop_retired_generations(make_interval(secs => $1))";

    private final SystemDatabase database;

    PgGenerationStore(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public Uni<Known> read() {
        return run(READ, Tuple.tuple()).map(PgGenerationStore::known);
    }

    /** Begins a generation of this model, where none is live or in the making. */
    Uni<Void> begin(String model, int dimensions) {
        return run(BEGIN, Tuple.of(model, dimensions)).replaceWithVoid();
    }

    /** Some of the tenants that have chunks without vectors of this generation. */
    Uni<List<UUID>> tenantsLacking(Generation generation, int atMost) {
        return run(LACKING, Tuple.of(generation.id(), atMost))
                .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
    }

    /** Makes this generation the live one; false where a chunk lacks in it. */
    Uni<Boolean> makeLive(Generation generation) {
        return run(SWITCH, Tuple.of(generation.id()))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    Uni<Void> dropRetired(Duration grace) {
        return run(DROP, Tuple.of((double) grace.toSeconds())).replaceWithVoid();
    }

    private Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return database.inTransaction(
                transaction -> transaction.preparedQuery(sql).execute(arguments));
    }

    private static Known known(RowSet<Row> rows) {
        Map<String, Generation> byState = new HashMap<>();
        rows.forEach(row -> byState.put(
                row.getString("state"),
                new Generation(row.getInteger("id"), row.getString("model"), row.getInteger("dimensions"))));
        return new Known(Objects.requireNonNull(byState.get("live"), "no generation is live"), byState.get("building"));
    }
}
