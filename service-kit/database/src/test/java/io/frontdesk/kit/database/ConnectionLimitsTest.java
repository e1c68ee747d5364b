package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.kit.database.ConnectionLimits.Pool;
import io.frontdesk.local.TestInfrastructure;
import io.frontdesk.local.infra.Database;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private static final ConnectionLimits LIMITS = new ConnectionLimits("frontdesk_auth", 397, 300, 40, false);

    @Test
    void takesPoolsThatCanBeFilled() {
        assertThatCode(() -> LIMITS.require(new Pool("DB_POOL_SIZE", 40))).doesNotThrowAnyException();
        assertThatCode(() -> LIMITS.requireTogether(List.of(new Pool("A", 150), new Pool("B", 150))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMoreThanTheRoleGets() {
        assertThatThrownBy(() -> LIMITS.require(new Pool("DB_POOL_SIZE", 41)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("DB_POOL_SIZE is 41, but PostgreSQL gives at most 40 connections (the limit of the role"
                        + " frontdesk_auth): make the pool smaller or the limit greater");
    }

    @Test
    void refusesMoreThanTheDatabaseGets() {
        assertThatThrownBy(() -> LIMITS.requireTogether(List.of(new Pool("A", 290), new Pool("B", 11))))
                .hasMessageStartingWith("A and B are together 301, but PostgreSQL gives at most 300 connections");
    }

    @Test
    void refusesMoreThanTheServerGives() {
        var unlimited = new ConnectionLimits("frontdesk_auth", 397, -1, -1, false);

        assertThatThrownBy(() -> unlimited.require(new Pool("DB_READ_POOL_SIZE", 398)))
                .hasMessageStartingWith("DB_READ_POOL_SIZE is 398, but PostgreSQL gives at most 397");
    }

    @Test
    void leavesItToAPooler() {
        var pooled = new ConnectionLimits("frontdesk_auth", 397, 300, 40, true);

        assertThatCode(() -> pooled.require(new Pool("DB_POOL_SIZE", 1_000))).doesNotThrowAnyException();
        assertThatCode(() -> pooled.requireTogether(List.of(new Pool("A", 1_000))))
                .doesNotThrowAnyException();
    }

    @Test
    void asksPostgresForItsOwnLimitsAndThoseOfDatabaseAndRole() throws SQLException {
        var database = TestInfrastructure.ensure().createDatabase("limits");
        execute(
                database,
                "alter database \"%s\" connection limit 7"
                        .formatted(database.admin().database()));

        var limits = ConnectionLimits.of(DatabaseUrl.parse("DATABASE_URL", database.url("auth")))
                .orElseThrow();

        assertThat(limits.role()).isEqualTo("frontdesk_auth");
        assertThat(limits.ofAll()).isGreaterThan(7);
        assertThat(limits.ofDatabase()).isEqualTo(7);
        assertThat(limits.ofRole()).isEqualTo(-1);
        assertThat(limits.pooled()).isFalse();
    }

    @Test
    void leavesItOpenWherePostgresDoesNotAnswer() {
        assertThat(ConnectionLimits.of(
                        DatabaseUrl.parse("DATABASE_URL", "postgresql://nobody:secret@localhost:1/none")))
                .isEmpty();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
