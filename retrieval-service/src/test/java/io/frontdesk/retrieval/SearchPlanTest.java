package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the search function reads, by PostgreSQL's own count of scans: plans inside a function cannot be asked for, and this
 * is what they did.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest extends ServiceTest {
    private static final int CHUNKS = 3_000;

    private static final String FILL = """
            with filled as (
                insert into chunk (tenant_id, id, document_id, position, title, heading_path, text, acl, metadata)
                select ?::uuid, gen_random_uuid(), gen_random_uuid(), n, 'Article', '{}',
                    'Delivery of order ' || md5(n::text) || case n when 17 then ' brings a zebra' else '' end, '{}', '{}'
                from generate_series(1, ?) n
                returning tenant_id, id, document_id, collection, position, acl, metadata
            )
            insert into chunk_vector (generation, tenant_id, chunk_id, document_id, collection, acl, metadata, embedding)
            select 1, tenant_id, id, document_id, collection, acl, metadata,
                array(select random() - 0.5 + 0 * position from generate_series(1, 384))::halfvec
            from filled""";

    private static final String COUNT_WORDS = """
            insert into word (tenant_id, collection, lexeme, chunks)
            select tenant_id, collection, lexeme, count(*) from chunk, unnest(tsvector_to_array(words)) as lexeme
            where tenant_id = ? group by 1, 2, 3 returning 1""";

    private static final String SEARCH = """
            select text from search_chunks(?, array_fill(0.05::real, array[384]), 1::smallint, 'knowledge', '{}', '{}', 60, 60)
            where lexical > 0""";

    /** Counts of this transaction alone. */
    private static final String SCANNED = """
            select relname from pg_stat_xact_user_tables
            where relname like 'chunk\\_%' and seq_scan + coalesce(idx_scan, 0) > 0""";

    private static final String WORD_INDEX_SCANS = """
            select sum(idx_scan) from pg_stat_user_indexes
            where relname = ? and indexrelname like '%words%'""";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @BeforeAll
    void fillThePartition() throws SQLException {
        try (var connection = owner.getConnection()) {
            query(connection, FILL + " returning 1", tenant, CHUNKS);
            query(connection, COUNT_WORDS, tenant);
            connection.createStatement().execute("analyze chunk, chunk_vector");
            countScansNow(connection);
        }
    }

    @Test
    void readsThePartitionOfTheTenantOnly() throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            actAs(connection, tenant);

            List<String> found = query(connection, SEARCH, "where is my zebra");

            assertThat(found).singleElement().asString().contains("zebra");
            assertThat(query(connection, SCANNED))
                    .containsExactlyInAnyOrder(partition(connection, "chunk"), partition(connection, "chunk_vector"));
            connection.rollback();
            countScansNow(connection);
            connection.commit();
        }
    }

    @Test
    void looksWordsUpInTheirIndex() throws SQLException {
        try (var connection = owner.getConnection()) {
            String partition = partition(connection, "chunk");
            long before = wordIndexScans(connection, partition);
            connection.setAutoCommit(false);
            actAs(connection, tenant);

            assertThat(query(connection, SEARCH, "where is my zebra")).hasSize(1);

            countScansNow(connection);
            connection.commit();
            assertThat(wordIndexScans(connection, partition)).isEqualTo(before + 1);
        }
    }

    @Test
    void readsNothingWithoutATenant() throws SQLException {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);

            assertThat(query(connection, SEARCH, "where is my zebra")).isEmpty();
            assertThat(query(connection, SCANNED)).isEmpty();
            connection.rollback();
        }
    }

    /** With the end of the transaction; else what one test has scanned may be counted in another. */
    private static void countScansNow(Connection connection) throws SQLException {
        query(connection, "select pg_stat_force_next_flush()::text");
    }

    private String partition(Connection connection, String table) throws SQLException {
        return query(connection, "select tableoid::regclass from " + table + " where tenant_id = ? limit 1", tenant)
                .getFirst();
    }

    private static long wordIndexScans(Connection connection, String partition) throws SQLException {
        return Long.parseLong(query(connection, WORD_INDEX_SCANS, partition).getFirst());
    }

    private static void actAs(Connection connection, UUID tenant) throws SQLException {
        query(connection, "select set_config('app.tenant', ?, true)", tenant.toString());
    }

    private static List<String> query(Connection connection, String sql, Object... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> values = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
