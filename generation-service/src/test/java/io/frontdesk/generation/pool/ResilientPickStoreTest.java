package io.frontdesk.generation.pool;

import static io.frontdesk.generation.pool.PoolOnRedis.get;
import static io.frontdesk.generation.pool.PoolOnRedis.key;
import static io.frontdesk.generation.pool.PoolOnRedis.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.generation.pool.Pick.Exhausted;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A replica that loses sight of Redis and finds it again, by a clock that the test sets. */
class ResilientPickStoreTest {
    private static final LlmKey KEY = key("a", 1, new KeyLimits(60, 0, 0, 0));
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final PoolOnRedis pool = new PoolOnRedis(Map.of());
    private final Fragile redis = new Fragile(pool.replica());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private long now = TimeUnit.HOURS.toNanos(1);
    private final PickStore store =
            new ResilientPickStore(redis, new LocalShares(InstantSource.system()), MOMENT, () -> now, registry);

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void waitsForARedisThatWasSeenAMomentAgo() {
        get(store.states(List.of(KEY)));
        redis.gone = true;
        pass(MOMENT.minusMillis(1));

        assertThat(get(store.pick(request(KEY)))).isEqualTo(new Pick.Waiting(0));
        assertThat(picksWithoutRedis()).isZero();
    }

    @Test
    void goesOnWithItsShareOnceTheMomentIsOver() {
        get(store.states(List.of(KEY)));
        redis.gone = true;
        pass(MOMENT);

        assertThat(get(store.pick(request(KEY)))).isInstanceOf(Reserved.class);
        assertThat(picksWithoutRedis()).isOne();
    }

    @Test
    void waitsAgainAfterEachTimeThatRedisWasSeen() {
        get(store.states(List.of(KEY)));
        pass(MOMENT.multipliedBy(3));
        get(store.pick(request(KEY)));
        redis.gone = true;
        assertThat(get(store.pick(request(KEY)))).isEqualTo(new Pick.Waiting(0));
        pass(MOMENT);
        assertThat(get(store.pick(request(KEY)))).isInstanceOf(Reserved.class);

        redis.gone = false;
        get(store.states(List.of(KEY)));
        redis.gone = true;

        assertThat(get(store.pick(request(KEY)))).isEqualTo(new Pick.Waiting(0));
    }

    @Test
    void waitsForNoRedisThatItHasNeverSeen() {
        redis.gone = true;

        assertThat(get(store.pick(request(KEY)))).isEqualTo(new Exhausted(null));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private double picksWithoutRedis() {
        return registry.counter("frontdesk.llm.picks.without.redis").count();
    }

    /** The pool on the real Redis, which a test can take away. */
    private static final class Fragile implements PickStore {
        private final PickStore store;
        private boolean gone;

        private Fragile(PickStore store) {
            this.store = store;
        }

        private <T> Uni<T> call(Supplier<Uni<T>> call) {
            return gone ? Uni.createFrom().failure(new IllegalStateException("gone")) : call.get();
        }

        @Override
        public Uni<Pick> pick(PickRequest request) {
            return call(() -> store.pick(request));
        }

        @Override
        public Uni<Void> end(End end) {
            return call(() -> store.end(end));
        }

        @Override
        public Uni<Void> leave(String id) {
            return call(() -> store.leave(id));
        }

        @Override
        public Uni<KeyStates> states(List<LlmKey> keys) {
            return call(() -> store.states(keys));
        }

        @Override
        public Uni<Void> reset(String alias) {
            return call(() -> store.reset(alias));
        }
    }
}
