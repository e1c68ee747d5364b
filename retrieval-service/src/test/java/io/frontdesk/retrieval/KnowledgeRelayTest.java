package io.frontdesk.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.quarkus.agroal.DataSource;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Versions that were committed reach the tenant's state, whatever happened in between. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Fields are set by Quarkus.
class KnowledgeRelayTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    @RedisClientName("state")
    RedisDataSource redis;

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Test
    void tellsAVersionBeforeItIsReceipted() {
        long version = index(document, 1, "Help", "Laptops can be returned within 30 days.");

        assertThat(told()).isEqualTo(Long.toString(version));
    }

    @Test
    void tellsAVersionThatACrashLeftUntold() throws SQLException {
        index(document, 1, "Help", "Laptops can be returned within 30 days.");

        execute(
                "update retrieval.knowledge set version = 7, changed_at = now() - interval '65 seconds' where tenant_id = '%s'"
                        .formatted(tenant));

        await().atMost(PATIENCE).until(() -> "7".equals(told()));
    }

    @Test
    void leavesAFreshVersionToWhoRaisedIt() throws SQLException {
        index(document, 1, "Help", "Laptops can be returned within 30 days.");
        var left = Ids.next();
        execute("update retrieval.knowledge set version = 7 where tenant_id = '%s'".formatted(tenant));
        execute(
                "insert into retrieval.knowledge (tenant_id, version, changed_at) values ('%s', 3, now() - interval '65 seconds')"
                        .formatted(left));

        await().atMost(PATIENCE).until(() -> "3"
                .equals(redis.hash(String.class).hget(TenantState.key(left), TenantState.KNOWLEDGE_VERSION)));

        assertThat(told()).isEqualTo("1");
    }

    @Test
    void tellsAllVersionsAgainWhenRedisHasLostItsData() throws SQLException {
        index(document, 1, "Help", "Laptops can be returned within 30 days.");
        execute("update retrieval.knowledge set changed_at = now() - interval '1 day' where tenant_id = '%s'"
                .formatted(tenant));

        redis.key().del(TenantState.key(tenant), "retrieval:{knowledge}:complete");

        await().atMost(PATIENCE).until(() -> "1".equals(told()));
    }

    private String told() {
        return redis.hash(String.class).hget(TenantState.key(tenant), TenantState.KNOWLEDGE_VERSION);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
