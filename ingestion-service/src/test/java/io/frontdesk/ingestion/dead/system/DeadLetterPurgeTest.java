package io.frontdesk.ingestion.dead.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.ingestion.ServiceTest;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadLetterPurgeTest extends ServiceTest {
    private static final String LETTERS = "/internal/v1/dead-letters";

    @Inject
    DeadLetterPurge purge;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void forgetsWhatIsTooOldHoweverManyReplicasLook() throws SQLException {
        String old = failed("old");
        failed("young");
        age(old, 31);

        Uni.join()
                .all(purge.purge(), purge.purge(), purge.purge())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        caller().get(LETTERS).then().body("data.external_id", is(List.of("young")));
        get(old).body("state", is("failed"));
    }

    @Test
    void keepsWhatIsAlmostTooOld() throws SQLException {
        age(failed("almost"), 29);

        purge.purge().await().atMost(Duration.ofSeconds(20));

        caller().get(LETTERS).then().body("data.external_id", is(List.of("almost")));
    }

    private String failed(String externalId) {
        String id = submit(Map.of("external_id", externalId, "content_base64", "JVBERi0xLjcKZW5k"))
                .extract()
                .path("id");
        awaitState(id, "failed");
        return id;
    }

    private void age(String document, int days) throws SQLException {
        try (Connection connection = owner.getConnection();
                var statement = connection.createStatement()) {
            int aged = statement.executeUpdate(
                    "update dead_letter set died_at = now() - interval '%d days' where document_id = '%s'"
                            .formatted(days, document));
            assertThat(aged).isEqualTo(1);
        }
    }
}
