package io.frontdesk.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import io.frontdesk.contracts.tokens.TokenGrant;
import io.frontdesk.gateway.admission.Decision.State;
import io.frontdesk.gateway.admission.TenantStanding.Verdict;
import io.frontdesk.testing.RedisResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one script decides, and what a gateway decides without it. */
class AdmissionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis = Redis.createClient(
            vertx,
            new RedisOptions()
                    .setConnectionString(new RedisResource().start().get("REDIS_URL") + "/10")
                    .setMaxPoolWaiting(1_000));

    private final TestGateway gateway = new TestGateway(redis);

    @BeforeEach
    void redisIsComplete() {
        redis.send(Request.cmd(Command.FLUSHDB)).await().atMost(PATIENCE);
        await().atMost(PATIENCE).until(() -> {
            gateway.beat();
            return gateway.presence().isComplete();
        });
    }

    @AfterEach
    void close() {
        redis.close();
        vertx.closeAndAwait();
    }

    @Test
    void letsInAsManyAsTheLimitHoweverManyAskAtOnce() {
        var limit = limit(40);

        var decisions = Uni.join()
                .all(IntStream.range(0, 400)
                        .mapToObj(i -> gateway.begins(limit))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(decisions).filteredOn(Decision::admitted).hasSize(40);
        assertThat(decisions).noneMatch(Decision::shared);
    }

    @Test
    void countsInAllWindowsOrInNone() {
        var roomy = limit(100);
        var narrow = limit(2);

        var left = Stream.generate(() -> gateway.asks(roomy, narrow))
                .limit(5)
                .map(decision -> decision.states().stream().map(State::left).toList())
                .toList();

        assertThat(left)
                .containsExactly(
                        List.of(99L, 1L), List.of(98L, 0L), List.of(98L, 0L), List.of(98L, 0L), List.of(98L, 0L));
    }

    @Test
    void saysWhenThereIsMore() {
        var limit = limit(1);
        gateway.asks(limit);

        var refused = gateway.asks(limit);

        assertThat(refused.admitted()).isFalse();
        assertThat(refused.states()).singleElement().satisfies(state -> {
            assertThat(state.refusedFor()).isBetween(1L, Duration.ofMinutes(61).toMillis());
            assertThat(state.reset()).isEqualTo(state.refusedFor());
        });
    }

    @Test
    void spreadsWhatIsMoreThanABurst() {
        var limit = new Limit("hour", "admission:" + Ids.next(), Duration.ofHours(1), 100, 3);

        var decisions = Stream.generate(() -> gateway.asks(limit)).limit(4).toList();

        assertThat(decisions).extracting(Decision::admitted).containsExactly(true, true, true, false);
        assertThat(decisions.getLast().states()).singleElement().satisfies(state -> {
            assertThat(state.left()).isEqualTo(97);
            // One comes every 36 s.
            assertThat(state.refusedFor()).isBetween(1L, 36_000L);
        });
    }

    @Test
    void bringsHowTheTenantStands() {
        var grant = grant(Map.of("key:1", 0L, "session:2", 4L));
        redis.send(Request.cmd(Command.HSET)
                        .arg(TenantState.key(grant.tenantId()))
                        .arg("session:2")
                        .arg("5"))
                .await()
                .atMost(PATIENCE);

        var admission = gateway.asks(grant, limit(3));

        assertThat(admission.decision().admitted()).isTrue();
        assertThat(admission.standing().of(grant)).isEqualTo(Verdict.OUTDATED);
        assertThat(admission.standing().epochs()).isEqualTo(Map.of("session:2", 5L));
    }

    @Test
    void enforcesItsShareWithoutRedisAndTellsRedisOfIt() {
        var limit = limit(10);
        for (int i = 0; i < 4; i++) {
            gateway.asks(limit);
        }
        gateway.isCutOff(true);

        var alone = Stream.generate(() -> gateway.asks(limit)).limit(8).toList();

        // It is the only gateway, so that its share is all of the six that were left.
        assertThat(alone).allMatch(Decision::shared);
        assertThat(alone).filteredOn(Decision::admitted).hasSize(6);
        assertThat(alone.getLast().states())
                .allSatisfy(state -> assertThat(state.refusedFor()).isPositive());
        gateway.isCutOff(false);
        assertThat(gateway.asks(limit).states())
                .singleElement()
                .extracting(State::left)
                .isEqualTo(0L);
        assertThat(gateway.asks(limit).admitted()).isFalse();
    }

    @Test
    void keepsToItsShareWithThoseUnderWayWhenRedisGoes() {
        var limit = limit(10);
        gateway.isCutOff(true);

        var decisions = Uni.join()
                .all(IntStream.range(0, 50).mapToObj(i -> gateway.begins(limit)).toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);

        assertThat(decisions).filteredOn(Decision::admitted).hasSize(10);
    }

    @Test
    void knowsNothingOfTheTenantWithoutRedisAndLetsWhatWasGrantedGoOn() {
        var grant = grant(Map.of("key:1", 0L));
        gateway.isCutOff(true);

        assertThat(gateway.asks(grant, limit(3)).standing().of(grant)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void saysInItsHealthThatItEnforcesItsShare() {
        var health = new AdmissionHealth(gateway.presence());
        assertThat(health.call().getStatus()).hasToString("UP");

        gateway.isCutOff(true);
        gateway.beat();

        assertThat(health.call().getStatus()).hasToString("DOWN");
        assertThat(health.call().getData().orElseThrow()).containsEntry("enforced", "by_share");
    }

    private static TokenGrant grant(Map<String, Long> epochs) {
        return new TokenGrant("t", "Bearer", 300, Ids.next(), "key:1", "chat", "free", List.of(), epochs);
    }

    private static Limit limit(long most) {
        return new Limit("hour", "admission:" + Ids.next(), Duration.ofHours(1), most, 0);
    }
}
