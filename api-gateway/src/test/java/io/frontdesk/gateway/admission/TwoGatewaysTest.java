package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.testing.RedisResource;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways, one limit, and ten times as much offered: no stretch of time holds more than the limit. */
class TwoGatewaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofMillis(1_800);
    private static final int WINDOWS = 3;
    private static final int MOST = 60;

    private final Vertx vertx = Vertx.vertx();

    /** A database of its own, which the test may empty. */
    private final Redis redis =
            Redis.createClient(vertx, new RedisResource().start().get("REDIS_URL") + "/9");

    private final List<TestGateway> gateways = List.of(new TestGateway(redis), new TestGateway(redis));
    private final Limit limit = new Limit("window", "admission:" + Ids.next(), WINDOW, MOST, 0);

    /** An admitted request, and between when it was decided. */
    private record Admitted(long sent, long answered) {}

    @BeforeEach
    void bothAreKnownAndRedisIsComplete() {
        isEmptied();
        gathers();
    }

    private void gathers() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(gateways).allSatisfy(gateway -> {
            gateway.beat();
            assertThat(gateway.presence().isComplete()).isTrue();
            assertThat(gateway.presence().gateways()).isEqualTo(2);
        }));
    }

    @AfterEach
    void close() {
        redis.close();
        vertx.closeAndAwait();
    }

    @Test
    void neverLetInMoreThanOneLimit() {
        var admitted = offer("undisturbed", window -> {});

        assertThat(busiest(admitted)).isLessThanOrEqualTo(MOST);
        assertThat(admitted).hasSizeGreaterThan(MOST);
    }

    @Test
    void neverLetInMoreWhenRedisLosesAllInTheMiddle() {
        var admitted = offer("Redis emptied", window -> {
            if (window == 2) {
                isEmptied();
            }
        });

        assertThat(busiest(admitted)).isLessThanOrEqualTo(MOST);
        assertThat(admitted).hasSizeGreaterThan(MOST);
    }

    @Test
    void neverLetInMoreWhenRedisIsGoneForAWhileAndComesBackEmpty() {
        var admitted = offer("Redis gone, and back empty", window -> {
            gateways.forEach(gateway -> gateway.isCutOff(window == 1));
            if (window == 2) {
                isEmptied();
            }
        });

        assertThat(busiest(admitted)).isLessThanOrEqualTo(MOST);
        assertThat(admitted).hasSizeGreaterThan(MOST);
    }

    @Test
    void neverLetInMoreWhenRedisIsGoneForAWhileAndForgetsNothing() {
        var admitted = offer("Redis gone, and back", window -> gateways.forEach(one -> one.isCutOff(window == 1)));

        assertThat(busiest(admitted)).isLessThanOrEqualTo(MOST);
        assertThat(admitted).hasSizeGreaterThan(MOST);
    }

    /** Offers ten times as much for some windows; in the middle of each something happens. */
    private List<Admitted> offer(String name, IntConsumer disturbance) {
        long window = WINDOW.toNanos();
        long pause = window / (10 * MOST);
        long began = System.nanoTime();
        long disturbed = 0;
        long beaten = began;
        long offered = 0;
        List<Admitted> admitted = new ArrayList<>();
        for (long now = began; now - began < WINDOWS * window; now = System.nanoTime()) {
            if (now - began > disturbed * window + window / 3) {
                disturbance.accept((int) ++disturbed);
            }
            if (now - beaten > window / 20) {
                gateways.forEach(TestGateway::beat);
                beaten = now;
            }
            if (now - began > offered * pause) {
                boolean isAdmitted =
                        gateways.get((int) (offered++ % 2)).asks(limit).admitted();
                if (isAdmitted) {
                    admitted.add(new Admitted(now, System.nanoTime()));
                }
            } else {
                Thread.onSpinWait();
            }
        }
        System.out.printf(
                "limits: %s: %d offered to two gateways in %d windows of %d, %d admitted, at most %d in any window%n",
                name, offered, WINDOWS, MOST, admitted.size(), busiest(admitted));
        return admitted;
    }

    /** The most that were certainly decided within one window. */
    private static long busiest(List<Admitted> admitted) {
        return admitted.stream()
                .mapToLong(first -> admitted.stream()
                        .filter(one -> one.sent >= first.sent && one.answered <= first.sent + WINDOW.toNanos())
                        .count())
                .max()
                .orElse(0);
    }

    private void isEmptied() {
        redis.send(Request.cmd(Command.FLUSHDB)).await().atMost(PATIENCE);
    }
}
