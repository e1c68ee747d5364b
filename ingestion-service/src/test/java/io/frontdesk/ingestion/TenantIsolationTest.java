package io.frontdesk.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.testing.TenantTables;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantIsolationTest extends ServiceTest {
    @Inject
    @ReactiveDataSource("system")
    Pool system;

    @Test
    void keepsTenantsApartInEveryTable() {
        awaitState(submitted("hidden", "Nobody sees this."), "indexed");
        var tables = TenantTables.ofThisTest("ingestion");

        assertThat(tables.names()).contains("document", "blob", "work", "turn", "outbox", "dead_letter");
        assertThat(tables.flaws()).isEmpty();
    }

    @Test
    void letsTheSystemRoleReadNoDocumentAndNoOriginal() {
        assertThatThrownBy(() -> rows("document"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
        assertThatThrownBy(() -> rows("blob"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }

    private long rows(String table) {
        return system.query("SELECT count(*) AS n FROM " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
