package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the leg by meaning goes about it, by its own word and by PostgreSQL's count of the scans of a transaction. */
@QuarkusTest
class VectorPlanTest extends ServiceTest {
    private static final int CHUNKS = 1_000;
    private static final int FEWER = 100;
    private static final int DEPTH = 5;
    private static final String ANY = "{}";

    private static final String FILL = """
            insert into chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding)
            select 1, ?::uuid, gen_random_uuid(), gen_random_uuid(), 'knowledge', '{}',
                jsonb_build_object('kind', case when n <= 3 then 'rare' else 'usual' end),
                array(select random() - 0.5 + 0 * n from generate_series(1, 384))::halfvec
            from generate_series(1, ?) n""";

    private static final String KNOW = "insert into knowledge (tenant_id, version, chunks) values (?::uuid, 1, ?)";

    private static final String NEAREST = """
            select exact::text from nearest_chunks(array_fill(0.05::real, array[384]), 1::smallint, 'knowledge', '{}', ?::jsonb,
                ?, exact_up_to => ?)""";

    private static final String RECALL = """
            select recall from recall_at_10(array_fill(0.05::real, array[384]), 1::smallint, 'knowledge', '{}', '{}', 2 * ?, ?)""";

    private static final String SCANNED = """
            select relname from pg_stat_xact_user_tables
            where relname like 'chunk\\_vector%' and seq_scan + coalesce(idx_scan, 0) > 0""";

    private static final String SCANNED_WHOLLY = """
            select relname from pg_stat_xact_user_tables where relname like 'chunk\\_vector%' and seq_scan > 0""";

    private static final String GRAPHS_SCANNED = """
            select relname from pg_stat_user_indexes
            where indexrelname like 'chunk\\_vector%embedding%' and pg_stat_get_xact_numscans(indexrelid) > 0""";

    /** So that what this connection has scanned before is not counted with what is to be. */
    private static final String FORGET = "select pg_stat_force_next_flush()::text";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private record Plan(List<String> exact, List<String> scanned, List<String> wholly, List<String> graphs) {}

    @Test
    void comparesAllVectorsOfATenantWithFew() throws SQLException {
        fill(CHUNKS);

        var plan = plan(ANY, CHUNKS);

        assertThat(plan.exact()).hasSize(DEPTH).containsOnly("true");
        assertThat(plan.scanned()).containsExactly(partition());
        assertThat(plan.wholly()).isEmpty();
        assertThat(plan.graphs()).isEmpty();
    }

    @Test
    void asksTheGraphWhereATenantHasMany() throws SQLException {
        fill(CHUNKS);

        var plan = plan(ANY, FEWER);

        assertThat(plan.exact()).hasSize(DEPTH).containsOnly("false");
        assertThat(plan.scanned()).containsExactly(partition());
        assertThat(plan.wholly()).isEmpty();
        assertThat(plan.graphs()).containsExactly(partition());
    }

    @Test
    void comparesAllWhereMostOfThePartitionIsOfOthers() throws SQLException {
        fill(2 * FEWER);

        var plan = plan(ANY, FEWER);

        assertThat(plan.exact()).hasSize(DEPTH).containsOnly("true");
        assertThat(plan.graphs()).isEmpty();
    }

    @Test
    void comparesAllThatAFilterLeavesWhereThatIsLittle() throws SQLException {
        fill(CHUNKS);

        var plan = plan("{\"kind\": \"rare\"}", FEWER);

        assertThat(plan.exact()).hasSize(3).containsOnly("true");
        assertThat(plan.wholly()).isEmpty();
    }

    @Test
    void readsNothingWithoutATenant() throws SQLException {
        try (var connection = owner.getConnection()) {
            query(connection, FORGET);
            connection.setAutoCommit(false);

            assertThat(query(connection, NEAREST, ANY, DEPTH, FEWER)).isEmpty();
            assertThat(query(connection, SCANNED)).isEmpty();
            connection.rollback();
        }
    }

    @Test
    void tellsHowASearchCameAbout() {
        index(Ids.next(), 1, "Help", "Delivery takes three days.", "Laptops come with a warranty of two years.");
        index(Ids.next(), 1, "Help", "You can send headphones back within 30 days.");

        search(reader(), Map.of("query", "How long does delivery take?", "explain", true))
                .statusCode(200)
                .body("explain.vector_plan", equalTo("exact"))
                .body("explain.chunks", equalTo(3))
                .body("explain.generation", equalTo(1))
                .body("explain.model", equalTo("bge-small-en-v1.5-q"))
                .body("explain.by_meaning.size()", equalTo(3))
                .body("explain.by_words.size()", equalTo(1))
                .body("passages[0].text", equalTo("Delivery takes three days."))
                .body("explain.passages[0].by_meaning", equalTo(1))
                .body("explain.passages[0].by_words", equalTo(1))
                .body("explain.passages[1].by_meaning", equalTo(2))
                .body("explain.passages[1].by_words", nullValue());
    }

    @Test
    void saysNoMoreThanAsked() {
        index(document, 1, "Help", "Delivery takes three days.");

        search(reader(), "delivery").statusCode(200).body("explain", nullValue());
    }

    @Test
    void tellsWhatShareOfTheNearestItFinds() throws SQLException {
        fill(CHUNKS);

        assertThat(recall(CHUNKS)).isEqualTo(1);
        assertThat(recall(FEWER)).isBetween(0.5, 1.0);
    }

    private double recall(int exactUpTo) throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            query(connection, "select set_config('app.tenant', ?, true)", tenant.toString());
            var recall = query(connection, RECALL, DEPTH, exactUpTo).getFirst();
            connection.rollback();
            return Double.parseDouble(recall);
        }
    }

    private void fill(int counted) throws SQLException {
        try (var connection = owner.getConnection()) {
            query(connection, FILL + " returning 1", tenant, CHUNKS);
            query(connection, KNOW + " returning 1", tenant, counted);
            connection.createStatement().execute("analyze chunk_vector");
        }
    }

    private Plan plan(String filters, int exactUpTo) throws SQLException {
        try (var connection = owner.getConnection()) {
            query(connection, FORGET);
            connection.setAutoCommit(false);
            query(connection, "select set_config('app.tenant', ?, true)", tenant.toString());
            var exact = query(connection, NEAREST, filters, DEPTH, exactUpTo);
            var plan = new Plan(
                    exact,
                    query(connection, SCANNED),
                    query(connection, SCANNED_WHOLLY),
                    query(connection, GRAPHS_SCANNED));
            connection.rollback();
            return plan;
        }
    }

    private String partition() throws SQLException {
        try (var connection = owner.getConnection()) {
            return query(connection, "select tableoid::regclass from chunk_vector where tenant_id = ? limit 1", tenant)
                    .getFirst();
        }
    }

    private static List<String> query(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> values = new ArrayList<>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
