package io.frontdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.process.Await;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestReplicationTest {
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    @Test
    void followsThePrimaryAlsoAfterItWasKilled() throws SQLException {
        try (var replication = TestReplication.start()) {
            execute(replication.primary(), "create table fact (id int)");
            assertThat(Await.met(CATCH_UP, () -> knows(replication.replica(), "fact")))
                    .isTrue();

            replication.killReplica();
            execute(replication.primary(), "create table news (id int)");
            replication.startReplica();

            assertThat(Await.met(CATCH_UP, () -> knows(replication.replica(), "news")))
                    .isTrue();
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean knows(Database replica, String table) {
        try {
            execute(replica, "select from " + table);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
