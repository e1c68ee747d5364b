package io.frontdesk.auth.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.StateRedisClient;
import io.frontdesk.auth.users.Email;
import io.frontdesk.contracts.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AttemptsTest {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int AT_ONCE = 20;

    @Inject
    StateRedisClient redis;

    private final Email email = new Email(Ids.next() + "@example.com");
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void areFreeUntilTooManyInARowHaveFailed() {
        Attempts attempts = attempts(3, LONG, LONG);

        fail(attempts, 3);

        isLocked(attempts, LONG);
        assertThatThrownBy(() -> succeed(attempts)).isInstanceOf(AuthError.LoginLocked.class);
        assertThat(checks).hasValue(3);
    }

    @Test
    void areCountedByAllReplicasTogether() {
        fail(attempts(3, LONG, LONG), 2);
        fail(attempts(3, LONG, LONG), 1);

        isLocked(attempts(3, LONG, LONG), LONG);
    }

    @Test
    void areCountedByAddress() {
        fail(attempts(1, LONG, LONG), 1);

        attempts(1, LONG, LONG)
                .guard(new Email(Ids.next() + "@example.com"), () -> check(in()))
                .await()
                .indefinitely();

        assertThat(checks).hasValue(2);
    }

    @Test
    void waitTwiceAsLongAfterEachFailureUpToALimit() {
        Duration longest = LONG.multipliedBy(3);
        fail(attempts(5, SHORT, longest), 5);
        awaitAnother(attempts(5, SHORT, longest));

        awaitAnother(attempts(5, LONG, longest));
        isLocked(attempts(5, LONG, longest), longest);
    }

    @Test
    void areLookedAtAgainAfterTheWait() {
        Attempts attempts = attempts(1, SHORT, SHORT);
        fail(attempts, 1);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> succeed(attempts));
    }

    @Test
    void areForgottenAfterASuccess() {
        Attempts attempts = attempts(3, LONG, LONG);
        fail(attempts, 2);

        succeed(attempts);

        fail(attempts, 3);
        isLocked(attempts, LONG);
    }

    @Test
    void doNotCountWhenTheyComeToNothing() {
        Attempts attempts = attempts(1, LONG, LONG);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> guard(attempts, Uni.createFrom().failure(new AuthError.Busy())))
                    .isInstanceOf(AuthError.Busy.class);
        }

        succeed(attempts);
    }

    @Test
    void areNoMoreAtOnceThanAreFree() {
        Attempts attempts = attempts(3, LONG, LONG);

        List<Uni<String>> tries = Stream.generate(() -> attempts.guard(email, () -> check(refused()))
                        .onFailure()
                        .recoverWithItem(e -> e.getClass().getSimpleName()))
                .limit(AT_ONCE)
                .toList();

        assertThat(Uni.join().all(tries).andFailFast().await().indefinitely())
                .containsOnly("LoginRefused", "LoginLocked");
        assertThat(checks).hasValue(3);
    }

    private void fail(Attempts attempts, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> guard(attempts, refused())).isInstanceOf(AuthError.LoginRefused.class);
        }
    }

    /** Fails once more, as soon as the next try is looked at. */
    private void awaitAnother(Attempts attempts) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> fail(attempts, 1));
    }

    /** For that long, less at most a minute. */
    private void isLocked(Attempts attempts, Duration wait) {
        assertThatThrownBy(() -> guard(attempts, refused()))
                .isInstanceOfSatisfying(AuthError.LoginLocked.class, locked -> assertThat(locked.remaining())
                        .isBetween(wait.minusMinutes(1), wait));
    }

    private void succeed(Attempts attempts) {
        guard(attempts, in());
    }

    private void guard(Attempts attempts, Uni<String> outcome) {
        attempts.guard(email, () -> check(outcome)).await().indefinitely();
    }

    private Uni<String> check(Uni<String> outcome) {
        checks.incrementAndGet();
        return outcome;
    }

    private static Uni<String> in() {
        return Uni.createFrom().item("in");
    }

    private static Uni<String> refused() {
        return Uni.createFrom().failure(new AuthError.LoginRefused());
    }

    private Attempts attempts(int free, Duration first, Duration longest) {
        return new Attempts(new RedisAttemptStore(redis, new LoginConfig() {
            @Override
            public int freeFailures() {
                return free;
            }

            @Override
            public Duration firstWait() {
                return first;
            }

            @Override
            public Duration longestWait() {
                return longest;
            }

            @Override
            public Duration rememberedFor() {
                return Duration.ofHours(1);
            }

            @Override
            public Duration refusalStep() {
                return SHORT;
            }
        }));
    }
}
