package io.frontdesk.retrieval.synonyms;

import io.frontdesk.kit.database.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Synonyms in PostgreSQL: as the tenant wrote them, and as searches look them up. */
@ApplicationScoped
class PgSynonymStore {
    private static final String FIND = "select terms from synonyms where tenant_id = $1 order by position";

    /** First, so that of two changes at once one comes after the other. */
    private static final String RAISE_KNOWLEDGE = """
            insert into knowledge (tenant_id, version) values ($1, 1)
            on conflict (tenant_id) do update set version = knowledge.version + 1, changed_at = clock_timestamp()
            returning version""";

    private static final String FORGET = "delete from synonyms where tenant_id = $1";
    private static final String SAVE = "insert into synonyms (tenant_id, position, terms) values ($1, $2, $3)";
    private static final String MAKE =
            "select make_synonyms($1, (select languages from knowledge where tenant_id = $1))";

    private final TenantDatabase database;

    PgSynonymStore(TenantDatabase database) {
        this.database = database;
    }

    Uni<List<List<String>>> find(UUID tenant) {
        return database.query(
                        tenant, connection -> connection.preparedQuery(FIND).execute(Tuple.of(tenant)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> List.of(row.getArrayOfStrings("terms")))
                        .toList());
    }

    /** The knowledge version since which searches know them. */
    Uni<Long> replace(UUID tenant, List<List<String>> groups) {
        return database.inTransaction(tenant, connection -> connection
                .preparedQuery(RAISE_KNOWLEDGE)
                .execute(Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("version"))
                .call(() -> connection.preparedQuery(FORGET).execute(Tuple.of(tenant)))
                .call(() -> save(connection, tenant, groups))
                .call(() -> connection.preparedQuery(MAKE).execute(Tuple.of(tenant))));
    }

    private static Uni<Void> save(SqlConnection connection, UUID tenant, List<List<String>> groups) {
        if (groups.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = IntStream.range(0, groups.size())
                .mapToObj(at ->
                        Tuple.of(tenant, at).addArrayOfString(groups.get(at).toArray(String[]::new)))
                .toList();
        return connection.preparedQuery(SAVE).executeBatch(rows).replaceWithVoid();
    }
}
