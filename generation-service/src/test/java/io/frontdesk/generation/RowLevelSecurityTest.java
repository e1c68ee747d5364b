package io.frontdesk.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the service's own role can see and do, whatever the service's code asks for. */
@QuarkusTest
class RowLevelSecurityTest extends ServiceTest {
    @Test
    void holdsForEveryTableWithATenant() {
        var tables = TenantTables.ofThisTest("generation");

        assertThat(tables.names())
                .contains(
                        "conversation",
                        "conversation_turn",
                        "outbox",
                        "answer",
                        "feedback",
                        "hourly",
                        "hourly_customer",
                        "unanswered",
                        "question_group");
        assertThat(tables.flaws()).isEmpty();
    }
}
