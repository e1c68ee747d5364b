package io.frontdesk.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TenantIsolationTest extends ServiceTest {
    @Inject
    Pool service;

    @Inject
    @ReactiveDataSource("system")
    Pool system;

    @ParameterizedTest
    @ValueSource(strings = {"document", "blob", "work", "turn"})
    void showsTheServicesRoleNoRowWithoutATenant(String table) {
        awaitState(submitted("hidden", "Nobody sees this."), "indexed");

        assertThat(rows(service, table)).isZero();
    }

    @Test
    void letsTheSystemRoleReadNoDocumentAndNoOriginal() {
        assertThatThrownBy(() -> rows(system, "document"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
        assertThatThrownBy(() -> rows(system, "blob"))
                .isInstanceOfSatisfying(
                        PgException.class, e -> assertThat(e.getSqlState()).isEqualTo("42501"));
    }

    private static long rows(Pool pool, String table) {
        return pool.query("SELECT count(*) AS n FROM " + table)
                .execute()
                .map(rows -> rows.iterator().next().getLong("n"))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
