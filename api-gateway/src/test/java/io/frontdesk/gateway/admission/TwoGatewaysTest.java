package io.frontdesk.gateway.admission;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.testing.ObservedLimit;
import io.frontdesk.testing.ObservedLimit.Offered;
import io.frontdesk.testing.RedisResource;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two gateways, one limit, and ten times as much offered, many at once: no stretch of time holds more than the limit, and nobody is
 * refused before it is reached.
 */
class TwoGatewaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A multiple of what each of its slots lasts. */
    private static final Duration WINDOW = Duration.ofMillis(22 * SlidingCount.SLOTS);

    private static final ObservedLimit OBSERVED =
            new ObservedLimit(WINDOW, WINDOW.plus(WINDOW.dividedBy(SlidingCount.SLOTS)));

    private static final int WINDOWS = 4;
    private static final int MOST = 60;
    private static final int AT_ONCE = 40;

    /** Ten times as much as is admitted. */
    private static final long INTERVAL = WINDOW.toNanos() * AT_ONCE / (10 * MOST);

    private final Vertx vertx = Vertx.vertx();

    /** A database of its own, which the test may empty. */
    private final Redis redis =
            Redis.createClient(vertx, new RedisResource().start().get("REDIS_URL") + "/9");

    private final List<TestGateway> gateways = List.of(new TestGateway(redis), new TestGateway(redis));
    private final Limit limit = new Limit("window", "admission:" + Ids.next(), WINDOW, MOST, 0);
    private long disturbed = Long.MAX_VALUE;
    private long recovered = Long.MAX_VALUE;

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
        var offered = offer("undisturbed", window -> {});

        assertThat(OBSERVED.busiest(offered)).isLessThanOrEqualTo(MOST);
        assertThat(OBSERVED.emptiest(offered, disturbed, recovered)).isGreaterThanOrEqualTo(MOST);
    }

    @Test
    void neverLetInMoreWhenRedisLosesAllInTheMiddle() {
        var offered = offer("Redis emptied", window -> {
            if (window == 2) {
                disturbed = System.nanoTime();
                isEmptied();
            }
        });

        holdsAndGoesOn(offered);
    }

    @Test
    void neverLetInMoreWhenRedisIsGoneForAWhileAndComesBackEmpty() {
        var offered = offer("Redis gone, and back empty", window -> {
            isCutOff(window == 1);
            if (window == 2) {
                isEmptied();
            }
        });

        holdsAndGoesOn(offered);
    }

    @Test
    void neverLetInMoreWhenRedisIsGoneForAWhileAndForgetsNothing() {
        var offered = offer("Redis gone, and back", window -> isCutOff(window == 1));

        holdsAndGoesOn(offered);
    }

    private void isCutOff(boolean now) {
        if (now) {
            disturbed = System.nanoTime();
        }
        gateways.forEach(gateway -> gateway.isCutOff(now));
    }

    private void holdsAndGoesOn(List<Offered> offered) {
        assertThat(OBSERVED.busiest(offered)).isLessThanOrEqualTo(MOST);
        assertThat(OBSERVED.emptiest(offered, disturbed, recovered)).isGreaterThanOrEqualTo(MOST);
        assertThat(offered.stream().filter(Offered::admitted).filter(one -> one.sent() > recovered))
                .extracting(Offered::gateway)
                .contains(0, 1);
    }

    /** Offers ten times as much for some windows; in each something happens while requests are under way. */
    private List<Offered> offer(String name, IntConsumer disturbance) {
        long began = System.nanoTime();
        int disturbances = 0;
        List<Offered> offered = new ArrayList<>();
        for (long now = began; now - began < WINDOWS * WINDOW.toNanos(); now = System.nanoTime()) {
            List<CompletableFuture<Offered>> underWay = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> begin(n % gateways.size()))
                    .toList();
            if (now - began > disturbances * WINDOW.toNanos() + WINDOW.toNanos() / 3) {
                disturbance.accept(++disturbances);
            }
            gateways.forEach(TestGateway::beat);
            noteRecovery();
            underWay.forEach(one ->
                    offered.add(one.orTimeout(PATIENCE.toSeconds(), SECONDS).join()));
            LockSupport.parkNanos(now + INTERVAL - System.nanoTime());
        }
        System.out.printf(
                "limits: %s: %d offered to two gateways, %d at once, in %d windows of %d, %d admitted, at most %d in any window%n",
                name,
                offered.size(),
                AT_ONCE,
                WINDOWS,
                MOST,
                offered.stream().filter(Offered::admitted).count(),
                OBSERVED.busiest(offered));
        return offered;
    }

    private CompletableFuture<Offered> begin(int gateway) {
        long sent = System.nanoTime();
        return gateways.get(gateway)
                .begins(limit)
                .map(decision -> new Offered(gateway, decision.admitted(), sent, System.nanoTime()))
                .subscribeAsCompletionStage();
    }

    /** When both have heard that Redis has been told all, after it was disturbed. */
    private void noteRecovery() {
        boolean complete =
                gateways.stream().allMatch(gateway -> gateway.presence().isComplete());
        if (disturbed == Long.MAX_VALUE || !complete) {
            recovered = Long.MAX_VALUE;
        } else if (recovered == Long.MAX_VALUE) {
            recovered = System.nanoTime();
        }
    }

    private void isEmptied() {
        redis.send(Request.cmd(Command.FLUSHDB)).await().atMost(PATIENCE);
    }
}
