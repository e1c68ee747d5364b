package io.frontdesk.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.local.TestInfrastructure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The client that all services share Redis by: a call that is cancelled leaves its reply to no other one. */
class CancelledRedisCallsTest {
    private static final int CALLS = 8_000;
    private static final List<UUID> TENANTS = List.of(UUID.randomUUID(), UUID.randomUUID());
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(
            VERTX,
            new RedisOptions()
                    .setConnectionString(TestInfrastructure.ensure().redisUrl())
                    .setMaxPoolSize(2)
                    .setMaxPoolWaiting(CALLS));

    private final RedisAPI redis = RedisAPI.api(REDIS);

    @AfterAll
    static void close() {
        REDIS.close();
        VERTX.closeAndAwait();
    }

    @Test
    void leaveTheirReplyToNoOtherCall() throws InterruptedException {
        var interrupted = Interrupted.calls(CALLS, 8, Duration.ofMillis(1), this::writtenAndRead);

        assertThat(interrupted.failures()).isEmpty();
        assertThat(interrupted.cancelled()).isGreaterThan(CALLS / 20);
        assertThat(interrupted.finished()).isGreaterThanOrEqualTo(CALLS / 2);
    }

    private Uni<?> writtenAndRead(int number) {
        var key = "cancelled:" + TENANTS.get(number % TENANTS.size()) + ":" + number;
        return redis.set(List.of(key, key, "EX", "60"))
                .chain(() -> redis.get(key))
                .invoke(value -> {
                    if (!key.equals(String.valueOf(value))) {
                        throw new AssertionError(key + " holds " + value);
                    }
                });
    }
}
