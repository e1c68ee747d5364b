package io.frontdesk.generation.pool;

import static io.frontdesk.generation.pool.PoolOnRedis.get;
import static io.frontdesk.generation.pool.PoolOnRedis.key;
import static io.frontdesk.generation.pool.PoolOnRedis.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.pool.Pick.Exhausted;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.frontdesk.kit.json.JsonConventions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What replicas do that have lost sight of Redis. */
class LocalSharesTest {
    private static final LlmKey KEY = key("a", 1, new KeyLimits(60, 0, 0, 0));

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void takesItsShareOfWhatWasLeftAndThenOfTheLimit() {
        LocalShares shares = shares();
        shares.saw(states(KEY, 20, 3, null));

        assertThat(taken(shares, 100)).isEqualTo(13);

        now = now.plusSeconds(62);
        assertThat(taken(shares, 100)).isEqualTo(20);
    }

    @Test
    void takesNothingBeforeItHasSeenHowMuchThereIs() {
        assertThat(shares().pick(request(KEY))).isEqualTo(new Exhausted(null));
    }

    @Test
    void leavesKeysAloneThatWereOutOrHaveFailedSince() {
        LocalShares shares = shares();
        shares.saw(states(KEY, 0, 1, "401"));
        assertThat(taken(shares, 1)).isZero();

        shares.saw(states(KEY, 0, 1, null));
        Reserved reserved = (Reserved) shares.pick(request(KEY));
        shares.ended(new End(reserved, Duration.ZERO, 0, Verdict.FAILURE, Duration.ZERO, "cut"));

        assertThat(taken(shares, 1)).isZero();
    }

    @Test
    void takesNothingOfADaysQuotaThatWasSpent() {
        LlmKey daily = key("d", 1, new KeyLimits(0, 0, 10, 0));
        LocalShares shares = shares();
        shares.saw(new KeyStates(
                List.of(new KeyState(
                        daily, 0, 0, 10, 0, 100, 100, 0, KeyState.Breaker.CLOSED, null, Duration.ofHours(1))),
                1,
                0));

        assertThat(shares.pick(request(daily))).isInstanceOf(Exhausted.class);
    }

    @Test
    void goesOnWithItsShareWhereRedisIsGone() {
        Vertx vertx = Vertx.vertx();
        try (var pool = new PoolOnRedis(Map.of())) {
            var registry = new SimpleMeterRegistry();
            var shares = shares();
            shares.saw(states(KEY, 0, 2, null));
            Redis gone = Redis.createClient(vertx, "redis://localhost:1");
            var store = new ResilientPickStore(
                    new RedisPickStore(gone, JsonConventions.mapper(), pool.config(), warning -> {}),
                    shares,
                    pool.config().stateMoment(),
                    System::nanoTime,
                    registry);

            long admitted = IntStream.range(0, 100)
                    .filter(i -> get(store.pick(request(KEY))) instanceof Reserved)
                    .count();

            assertThat(admitted).isEqualTo(30);
            assertThat(registry.counter("frontdesk.llm.picks.without.redis").count())
                    .isEqualTo(100);
        } finally {
            vertx.closeAndAwait();
        }
    }

    @Test
    void countsInRedisWhatWasPickedWithoutIt() {
        try (var pool = new PoolOnRedis(Map.of())) {
            PickStore back = pool.replica();
            get(back.pick(request(KEY)));
            var alone = new Reserved(KEY, "1", Instant.now().getEpochSecond() - 100, 100, false, false);
            var justNow = new Reserved(KEY, "2", Instant.now().getEpochSecond(), 100, false, false);

            get(back.end(new End(alone, Duration.ofSeconds(100), 30, Verdict.SUCCESS, Duration.ZERO, "success")));
            get(back.end(new End(justNow, Duration.ZERO, 30, Verdict.SUCCESS, Duration.ZERO, "success")));

            assertThat(get(back.states(List.of(KEY))).keys().getFirst().requests())
                    .isEqualTo(2);
        }
    }

    private LocalShares shares() {
        return new LocalShares(() -> now);
    }

    private static long taken(LocalShares shares, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> shares.pick(request(KEY)) instanceof Reserved)
                .count();
    }

    private static KeyStates states(LlmKey key, long requests, int replicas, @Nullable String out) {
        var state = new KeyState(
                key, requests, 0, 0, 0, 0, 0, 0, KeyState.Breaker.CLOSED, out, out == null ? Duration.ZERO : null);
        return new KeyStates(List.of(state), replicas, 0);
    }
}
