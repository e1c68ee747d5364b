package io.frontdesk.retrieval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Scope;
import io.frontdesk.testing.TestTokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The end of a tenant in the index. */
@QuarkusTest
class RemovalTest extends ServiceTest {
    private static final String TABLES = """
            select table_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema = 'retrieval' and column_name = 'tenant_id' and table_type = 'BASE TABLE'""";
    private static final String UNGUARDED = """
            select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where relnamespace = 'retrieval'::regnamespace and relkind in ('r', 'p') and not relispartition
                and not exists (select from pg_trigger where tgrelid = c.oid and tgname = 'refuse_removed_tenants')""";

    /** Of the tables' owner, whom row-level security does not bind. */
    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private final UUID another = Ids.next();

    @Test
    void leavesNoRowInAnyTableAndThoseOfOthersAlone() throws SQLException {
        fill(tenant, document);
        fill(another, Ids.next());
        List<Long> others = rowsOfEachTable(another);

        remove(tenant).statusCode(204);

        assertThat(rowsOfEachTable(tenant)).isNotEmpty().containsOnly(0L);
        assertThat(rowsOfEachTable(another)).isEqualTo(others).contains(1L);
    }

    @Test
    void keepsOutWhatComesTooLate() throws SQLException {
        fill(tenant, document);
        remove(tenant).statusCode(204);

        isProblem(stage(writer(), document, 3, batch("Late", "Too late.")), 404, "not-found");
        isProblem(remove(writer(), document, 3), 404, "not-found");
        isProblem(publish(writer(), document, 2, publication(Map.of("title", "Late"), 1)), 404, "not-found");

        assertThat(rowsOfEachTable(tenant)).containsOnly(0L);
    }

    @Test
    void mayBeAskedForAgainAndOfATenantThatHadNothing() {
        remove(tenant).statusCode(204);
        remove(tenant).statusCode(204);
    }

    @Test
    void isTheOperatorsOnly() {
        isProblem(remove(tenant, writer()), 403, "forbidden");
    }

    @Test
    void coversEveryTable() throws SQLException {
        assertThat(strings(UNGUARDED)).isEmpty();
    }

    private void fill(UUID filled, UUID id) {
        String writer = TestTokens.bearer(filled, Scope.DOCUMENTS_WRITE);
        index(writer, id, 1, Map.of("title", "Returns"), "Laptops can be returned within 30 days.");
        stage(writer, id, 2, batch("Returns", "Laptops can be returned within 60 days."))
                .statusCode(204);
    }

    private static ValidatableResponse remove(UUID removed) {
        return remove(removed, TestTokens.bearer(Ids.next(), Scope.OPERATOR));
    }

    private static ValidatableResponse remove(UUID removed, String token) {
        return given().header("Authorization", token)
                .delete("/internal/v1/tenants/" + removed)
                .then();
    }

    private List<Long> rowsOfEachTable(UUID counted) throws SQLException {
        List<Long> rows = new ArrayList<>();
        for (String table : strings(TABLES)) {
            rows.add(Long.valueOf(strings("select count(*) from %s where tenant_id = '%s'".formatted(table, counted))
                    .getFirst()));
        }
        return rows;
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
