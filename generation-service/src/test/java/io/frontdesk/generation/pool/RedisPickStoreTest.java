package io.frontdesk.generation.pool;

import static io.frontdesk.generation.pool.PoolOnRedis.get;
import static io.frontdesk.generation.pool.PoolOnRedis.key;
import static io.frontdesk.generation.pool.PoolOnRedis.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.generation.pool.Pick.Exhausted;
import io.frontdesk.generation.pool.Pick.Reserved;
import io.frontdesk.generation.pool.Pick.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas, one Redis. */
class RedisPickStoreTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final PoolOnRedis pool = new PoolOnRedis(Map.of("breaker.open", "300ms", "lease", "700ms"));
    private final PickStore one = pool.replica();
    private final PickStore other = pool.replica();

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void admitsAsMuchAsTheLimitAndNotOneMore(boolean byRequests) {
        LlmKey key = key("a", 1, byRequests ? perMinute(20, 0) : perMinute(0, 2_050));

        List<Pick> picks = concurrently(100, key);

        assertThat(picks).filteredOn(Reserved.class::isInstance).hasSize(20);
        assertThat(picks)
                .filteredOn(Exhausted.class::isInstance)
                .extracting(pick -> ((Exhausted) pick).delay())
                .allMatch(delay ->
                        delay.compareTo(Duration.ofSeconds(45)) > 0 && delay.compareTo(Duration.ofSeconds(62)) < 0);
    }

    @Test
    void admitsAgainWhatHasSlidOutOfTheMinuteAndOnlyThat() {
        LlmKey key = key("a", 1, perMinute(20, 0));
        concurrently(15, key);
        pool.age(key, 59);
        assertThat(reserved(concurrently(10, key))).hasSize(5);

        pool.age(key, 2);

        assertThat(reserved(concurrently(100, key))).hasSize(15);
    }

    @Test
    void countsARequestFromWhenItsProviderWasHeard() {
        LlmKey key = key("a", 1, perMinute(1, 0));
        Reserved underWay = reserve(one, key);
        pool.age(key, 59);
        get(one.end(new End(ago(59, underWay), Duration.ZERO, 10, Verdict.SUCCESS, Duration.ZERO, "success")));

        pool.age(key, 2);
        assertThat(get(other.pick(request(Duration.ZERO, 1, "c", key)))).isInstanceOf(Exhausted.class);

        pool.age(key, 60);
        assertThat(get(other.pick(request(Duration.ZERO, 1, "c", key)))).isInstanceOf(Reserved.class);
    }

    @Test
    void givesBackWhatARequestDidNotTake() {
        LlmKey key = key("a", 1, perMinute(0, 100));
        Reserved first = reserve(one, key);
        assertThat(get(other.pick(request(key)))).isInstanceOf(Exhausted.class);

        end(other, first, 40, Verdict.SUCCESS);

        assertThat(get(one.pick(request(Duration.ZERO, 61, "c", key)))).isInstanceOf(Exhausted.class);
        assertThat(get(one.pick(request(Duration.ZERO, 60, "c", key)))).isInstanceOf(Reserved.class);
    }

    @Test
    void givesBackWhatAReplicaThatDiedHadReserved() {
        LlmKey key = key("a", 1, perMinute(0, 100));
        reserve(one, key);

        await().atMost(Duration.ofSeconds(30)).until(() -> get(other.pick(request(key))) instanceof Reserved);
    }

    @Test
    void countsWhatEndsAfterItsLease() {
        LlmKey key = key("a", 1, perDay(0, 1_000));
        Reserved late = reserve(one, key);
        await().until(() -> {
            get(other.pick(request(Duration.ZERO, 1, "c", key)));
            return state(key).dayTokens() < 100;
        });
        long before = state(key).dayTokens();

        end(one, late, 70, Verdict.SUCCESS);

        assertThat(state(key).dayTokens()).isEqualTo(before + 70);
    }

    @Test
    void stopsAtTheDaysQuotaUntilMidnight() {
        LlmKey key = key("a", 1, perDay(3, 0));

        List<Pick> picks = concurrently(5, key);

        assertThat(reserved(picks)).hasSize(3);
        pool.age(key, 100);
        assertThat(get(one.pick(request(key)))).isInstanceOf(Exhausted.class);
    }

    @Test
    void leavesAFailingKeyAloneAndTriesItWithOneRequestAfterAWhile() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        fail(key, 5);
        assertThat(get(other.pick(request(key)))).isInstanceOf(Exhausted.class);
        assertThat(state(key).breaker()).isEqualTo(KeyState.Breaker.OPEN);

        await().until(() -> state(key).breaker() == KeyState.Breaker.HALF_OPEN);

        List<Pick> picks = concurrently(20, key);
        assertThat(reserved(picks)).hasSize(1);
        end(one, reserved(picks).getFirst(), 10, Verdict.SUCCESS);
        assertThat(state(key).breaker()).isEqualTo(KeyState.Breaker.CLOSED);
        assertThat(reserved(concurrently(20, key))).hasSize(20);
    }

    @Test
    void leavesAKeyAloneForTwiceAsLongWhereTheProbeFails() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        fail(key, 5);
        await().until(() -> state(key).breaker() == KeyState.Breaker.HALF_OPEN);

        end(one, reserve(other, key), 0, Verdict.FAILURE);

        assertThat(state(key).breaker()).isEqualTo(KeyState.Breaker.OPEN);
        assertThat(Objects.requireNonNull(state(key).delay())).isLessThanOrEqualTo(Duration.ofMillis(600));
    }

    @Test
    void letsAnotherProbeThroughWhereTheClientOfTheFirstWentAway() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        fail(key, 5);
        await().until(() -> state(key).breaker() == KeyState.Breaker.HALF_OPEN);
        Reserved probe = reserve(one, key);
        assertThat(get(other.pick(request(key)))).isInstanceOf(Exhausted.class);

        end(one, probe, 0, Verdict.NONE);

        assertThat(get(other.pick(request(key)))).isInstanceOf(Reserved.class);
    }

    @Test
    void learnsNothingOfAnOpenKeyFromWhatBeganBefore() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        Reserved before = reserve(one, key);
        fail(key, 5);

        end(one, before, 10, Verdict.SUCCESS);

        assertThat(state(key).isHealthy()).isFalse();
    }

    @Test
    void takesClientsThatGoAwayForNoFailure() {
        LlmKey key = key("a", 1, KeyLimits.NONE);

        for (int i = 0; i < 10; i++) {
            end(one, reserve(other, key), 0, Verdict.NONE);
        }

        assertThat(state(key))
                .matches(KeyState::isHealthy)
                .extracting(KeyState::failures)
                .isEqualTo(0);
    }

    @Test
    void restsForAsLongAsTheProviderAsks() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        Reserved limited = reserve(one, key);

        get(one.end(new End(limited, Duration.ZERO, 0, Verdict.FAILURE, Duration.ofSeconds(90), "rate_limited")));

        assertThat(get(other.pick(request(key))))
                .isInstanceOfSatisfying(Exhausted.class, exhausted -> assertThat(exhausted.delay())
                        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90)));
    }

    @Test
    void keepsAKeyOutThatIsRefusedUntilAnOperatorHasLooked() {
        LlmKey key = key("a", 1, KeyLimits.NONE);
        end(one, reserve(one, key), 0, Verdict.REFUSED);
        assertThat(get(other.pick(request(key)))).isEqualTo(new Exhausted(null));
        assertThat(state(key).out()).isEqualTo("refused");

        get(one.reset("a"));

        assertThat(get(other.pick(request(key)))).isInstanceOf(Reserved.class);
    }

    @Test
    void prefersPriorityThenHealthThenWhatIsLeft() {
        LlmKey first = key("first", 1, perMinute(2, 0));
        LlmKey small = key("small", 2, perMinute(10, 0));
        LlmKey large = key("large", 2, perMinute(20, 0));
        LlmKey ailing = key("ailing", 2, KeyLimits.NONE);
        fail(ailing, 1);

        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            chosen.add(reserve(i % 2 == 0 ? one : other, small, ailing, large, first)
                    .key()
                    .alias());
        }

        assertThat(chosen).startsWith("first", "first").doesNotContain("ailing");
        assertThat(chosen).filteredOn("large"::equals).hasSize(4);
        assertThat(chosen).filteredOn("small"::equals).hasSize(2);
    }

    @Test
    void keepsAConversationWithItsKeyAsLongAsThatIsHealthy() {
        LlmKey[] keys = {key("a", 1, perMinute(50, 0)), key("b", 1, perMinute(50, 0)), key("c", 1, perMinute(50, 0))};
        String conversation = Ids.next().toString();
        Reserved first = (Reserved) get(one.pick(request(Duration.ZERO, 10, conversation, keys)));
        assertThat(first.ofConversation()).isFalse();
        for (int i = 0; i < 6; i++) {
            Reserved next = (Reserved) get(other.pick(request(Duration.ZERO, 10, conversation, keys)));
            assertThat(next.key()).isEqualTo(first.key());
            assertThat(next.ofConversation()).isTrue();
        }

        end(one, first, 0, Verdict.REFUSED);

        Reserved elsewhere = (Reserved) get(one.pick(request(Duration.ZERO, 10, conversation, keys)));
        assertThat(elsewhere.key()).isNotEqualTo(first.key());
        assertThat(((Reserved) get(other.pick(request(Duration.ZERO, 10, conversation, keys)))).key())
                .isEqualTo(elsewhere.key());
    }

    @Test
    void servesThoseWhoWaitInTheOrderInWhichTheyCame() {
        LlmKey key = key("a", 1, perMinute(1, 0));
        reserve(one, key);
        List<PickRequest> queue = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            queue.add(request(LONG, 10, "c" + i, key));
            assertThat(get((i % 2 == 0 ? one : other).pick(queue.get(i)))).isEqualTo(new Waiting(i + 1));
        }

        pool.age(key, 61);

        assertThat(get(other.pick(request(LONG, 10, "late", key)))).isEqualTo(new Waiting(4));
        assertThat(get(other.pick(queue.get(1)))).isEqualTo(new Waiting(2));
        assertThat(get(other.pick(queue.get(0)))).isInstanceOf(Reserved.class);
        assertThat(get(other.pick(queue.get(1)))).isEqualTo(new Waiting(1));
    }

    @Test
    void closesTheRanksWhereOneWhoWaitsGoesAway() {
        LlmKey key = key("a", 1, perMinute(1, 0));
        reserve(one, key);
        PickRequest first = request(LONG, 10, "c", key);
        PickRequest second = request(LONG, 10, "d", key);
        get(one.pick(first));
        get(one.pick(second));

        get(one.leave(first.id()));

        assertThat(get(other.pick(second))).isEqualTo(new Waiting(1));
    }

    @Test
    void waitsNoLongerThanItMayNorForWhatComesLater() {
        LlmKey key = key("a", 1, perMinute(1, 0));
        LlmKey out = key("out", 1, KeyLimits.NONE);
        end(one, reserve(one, out), 0, Verdict.REFUSED);
        reserve(one, key);

        assertThat(get(one.pick(request(Duration.ofSeconds(5), 10, "c", key)))).isInstanceOf(Exhausted.class);
        assertThat(get(one.pick(request(LONG, 10, "c", out)))).isEqualTo(new Exhausted(null));
    }

    @Test
    void warnsOnceForEachThresholdOverAllReplicasAndTellsWhenItWillBeSpent() {
        LlmKey key = key("a", 1, perDay(100, 0));

        concurrently(100, key);

        assertThat(pool.warnings).extracting(QuotaWarning::percent).containsExactlyInAnyOrder(70, 85, 95);
        assertThat(pool.warnings).allSatisfy(warning -> {
            assertThat(warning.alias()).isEqualTo("a");
            assertThat(warning.limit()).isEqualTo("requests_per_day");
            assertThat(warning.allowed()).isEqualTo(100);
            assertThat(warning.spentIn()).isLessThan(Duration.ofMinutes(5));
        });
    }

    @Test
    void knowsHowManyReplicasThereAre() {
        LlmKey key = key("a", 1, KeyLimits.NONE);

        get(one.states(List.of(key)));

        assertThat(get(other.states(List.of(key))).replicas()).isEqualTo(2);
    }

    private static KeyLimits perMinute(long requests, long tokens) {
        return new KeyLimits(requests, tokens, 0, 0);
    }

    private static KeyLimits perDay(long requests, long tokens) {
        return new KeyLimits(0, 0, requests, tokens);
    }

    private List<Pick> concurrently(int count, LlmKey key) {
        List<Uni<Pick>> picks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            picks.add((i % 2 == 0 ? one : other).pick(request(key)));
        }
        return get(Uni.join().all(picks).andFailFast());
    }

    private static List<Reserved> reserved(List<Pick> picks) {
        return picks.stream()
                .filter(Reserved.class::isInstance)
                .map(Reserved.class::cast)
                .toList();
    }

    private static Reserved reserve(PickStore store, LlmKey... keys) {
        return (Reserved) get(store.pick(request(keys)));
    }

    private static Reserved ago(int seconds, Reserved reserved) {
        return new Reserved(
                reserved.key(),
                reserved.id(),
                reserved.second() - seconds,
                reserved.tokens(),
                reserved.ofConversation(),
                reserved.counted());
    }

    private void fail(LlmKey key, int times) {
        for (int i = 0; i < times; i++) {
            end(other, reserve(one, key), 0, Verdict.FAILURE);
        }
    }

    private static void end(PickStore store, Reserved reserved, int used, Verdict verdict) {
        get(store.end(new End(reserved, Duration.ZERO, used, verdict, Duration.ZERO, verdict.label())));
    }

    private KeyState state(LlmKey key) {
        return get(one.states(List.of(key))).keys().getFirst();
    }
}
