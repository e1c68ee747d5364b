package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.contracts.Ids;
import io.frontdesk.testing.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own role can see and do, whatever the service's code asks for. */
@QuarkusTest
class RowLevelSecurityTest extends ServiceTest {
    private static final String FOUND =
            "select count(*) from search_chunks('laptop', $1::real[], 1::smallint, 'knowledge', array['*'], '{}', 10, 10)";

    @Inject
    Pool pool;

    @BeforeEach
    void publishAndStage() {
        index(document, 1, "Returns", "Laptops can be returned within 30 days.");
        stage(writer(), document, 2, batch("Returns", "Laptops can be returned within 60 days."))
                .statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"knowledge", "document", "chunk", "chunk_vector", "staged_chunk", "staged_vector"})
    void showsNoRowWithoutATenantNorToAnotherOne(String table) {
        String count = "select count(*) from " + table;

        assertThat(count(null, count, Tuple.tuple())).isZero();
        assertThat(count(Ids.next(), count, Tuple.tuple())).isZero();
        assertThat(count(tenant, count, Tuple.tuple())).isEqualTo(1);
    }

    @Test
    void findsNothingWithoutATenantNorForAnotherOne() {
        Tuple arguments = Tuple.tuple().addArrayOfFloat(anyVector());

        assertThat(count(null, FOUND, arguments)).isZero();
        assertThat(count(Ids.next(), FOUND, arguments)).isZero();
        assertThat(count(tenant, FOUND, arguments)).isEqualTo(1);
    }

    @Test
    void takesNoRowForAnotherTenant() {
        assertThatThrownBy(() -> count(
                        tenant,
                        "insert into document (tenant_id, id) values ($1, $1) returning 1::bigint",
                        Tuple.of(Ids.next())))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void holdsForEveryTableWithATenant() {
        var tables = TenantTables.ofThisTest("retrieval");

        assertThat(tables.names())
                .contains(
                        "knowledge",
                        "document",
                        "chunk",
                        "chunk_0",
                        "chunk_vector",
                        "chunk_vector_1_0",
                        "staged_chunk");
        assertThat(tables.flaws()).isEmpty();
    }

    @Test
    void leavesPartitionsOutOfReach() {
        assertThatThrownBy(() -> count(tenant, "select count(*) from chunk_0", Tuple.tuple()))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("permission denied");
    }

    private long count(@Nullable UUID as, String sql, Tuple arguments) {
        return now(pool.withTransaction(connection -> tenant(connection, as)
                .chain(() -> connection.preparedQuery(sql).execute(arguments))
                .map(rows -> rows.iterator().next())
                .map((Row row) -> row.getLong(0))));
    }

    private static Uni<Void> tenant(SqlConnection connection, @Nullable UUID as) {
        return as == null
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery("select set_config('app.tenant', $1, true)")
                        .execute(Tuple.of(as.toString()))
                        .replaceWithVoid();
    }

    private static Float[] anyVector() {
        return Collections.nCopies(384, 0.05f).toArray(Float[]::new);
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
