package io.frontdesk.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestDatabasesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final TestDatabases databases = new TestDatabases(
            new Database(new DatabaseUrl("admin", "secret", "localhost", 5432, "frontdesk"), "secret"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void tellsADatabaseOfTheDayBeforeYesterday() {
        assertThat(databases.isOld(nameAt(NOW.minusSeconds(90_000)))).isTrue();
    }

    @Test
    void keepsADatabaseOfToday() {
        assertThat(databases.isOld(nameAt(NOW.minusSeconds(3_600)))).isFalse();
    }

    @Test
    void leavesDatabasesAloneThatAreNoTests() {
        assertThat(databases.isOld("frontdesk")).isFalse();
        assertThat(databases.isOld("test_by_hand")).isFalse();
    }

    private static String nameAt(Instant made) {
        return "test_auth_" + Long.toString(made.getEpochSecond(), 36) + "_1z";
    }
}
