package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.gateway.admission.Decision.State;
import io.frontdesk.testing.RedisResource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of one subject that come while it is decided over an earlier one. */
class BatchingAdmissionStoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();

    /** A database of its own, which the test may empty. */
    private final Redis redis =
            Redis.createClient(vertx, new RedisResource().start().get("REDIS_URL") + "/8");

    private final TestGateway gateway = new TestGateway(redis);

    @BeforeEach
    void redisIsComplete() {
        isEmptied();
        await().atMost(PATIENCE).until(() -> {
            gateway.beat();
            return gateway.presence().isComplete();
        });
    }

    private void isEmptied() {
        redis.send(Request.cmd(Command.FLUSHDB)).await().atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        redis.close();
        vertx.closeAndAwait();
    }

    @Test
    void areDecidedOverTogether() {
        var decisions = askAtOnce(100, limit(100, 0));

        assertThat(decisions).allMatch(Decision::admitted);
        assertThat(gateway.calls()).isLessThan(20);
    }

    @Test
    void areLetInAsFarAsThereIsRoomAndTheOthersLearnWhenToComeAgain() {
        var decisions = askAtOnce(8, limit(5, 0));

        assertThat(decisions).filteredOn(Decision::admitted).hasSize(5).allSatisfy(decision -> assertThat(
                        decision.states())
                .extracting(State::refusedFor)
                .containsExactly(0L));
        assertThat(decisions)
                .filteredOn(decision -> !decision.admitted())
                .allSatisfy(decision -> assertThat(decision.states()).allSatisfy(state -> {
                    assertThat(state.left()).isZero();
                    assertThat(state.refusedFor()).isPositive();
                }));
    }

    @Test
    void shareABurst() {
        var decisions = askAtOnce(50, limit(100, 3));

        assertThat(decisions).filteredOn(Decision::admitted).hasSize(3);
        assertThat(decisions)
                .last()
                .extracting(decision -> decision.states().getFirst().left())
                .isEqualTo(97L);
    }

    @Test
    void areHeldToTheShareWhileRedisHasNotBeenToldAll() {
        isEmptied();

        var decisions = askAtOnce(50, limit(10, 0));

        assertThat(decisions).allMatch(Decision::shared);
        assertThat(decisions).filteredOn(Decision::admitted).hasSize(10);
    }

    @Test
    void goOnEachInItsOwnContext() {
        var limit = limit(100, 0);
        Map<Context, Context> ends = new ConcurrentHashMap<>();

        for (int i = 0; i < 20; i++) {
            Context own = ((VertxInternal) vertx.getDelegate()).createEventLoopContext();
            own.runOnContext(ready -> gateway.begins(limit)
                    .subscribe()
                    .with(decision -> ends.put(own, io.vertx.core.Vertx.currentContext())));
        }

        await().atMost(PATIENCE).until(() -> ends.size() == 20);
        assertThat(ends).allSatisfy((own, end) -> assertThat(end).isSameAs(own));
    }

    private List<Decision> askAtOnce(int requests, Limit limit) {
        return Uni.join()
                .all(IntStream.range(0, requests)
                        .mapToObj(i -> gateway.begins(limit))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    private static Limit limit(long most, long burst) {
        return new Limit("hour", "admission:" + Ids.next(), Duration.ofHours(1), most, burst);
    }
}
