package io.frontdesk.auth.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.access.CredentialStore;
import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.federation.ForeignTokens;
import io.frontdesk.auth.keys.KeyUses;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.sessions.Sessions;
import io.frontdesk.auth.signing.AccessTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CredentialExchangeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "fd_somebody_" + "a".repeat(43);

    @Inject
    AccessTokens accessTokens;

    @Inject
    Sessions sessions;

    @Inject
    ForeignTokens foreignTokens;

    @Inject
    KeyUses uses;

    @Inject
    ExchangeMetrics metrics;

    @Inject
    Clock clock;

    private final List<UniEmitter<? super Optional<Principal>>> lookUps = new CopyOnWriteArrayList<>();

    @Test
    void asksADatabaseThatIsSlowForNoMoreThanItIsToBear() {
        var exchange = new CredentialExchange(
                new SlowStore(), accessTokens, sessions, foreignTokens, uses, metrics, clock, config(2, 3));

        List<UniAssertSubscriber<Principal>> callers = Stream.generate(
                        () -> exchange.principal(KEY).subscribe().withSubscriber(UniAssertSubscriber.create()))
                .limit(10)
                .toList();

        Awaitility.await().atMost(PATIENCE).until(() -> failed(callers, AuthError.Busy.class) == 5);
        assertThat(lookUps).hasSize(2);
        answerAll();
        Awaitility.await().atMost(PATIENCE).until(() -> failed(callers, AuthError.CredentialRefused.class) == 5);
        assertThat(lookUps).hasSize(5);
    }

    private static long failed(List<UniAssertSubscriber<Principal>> callers, Class<? extends AuthError> how) {
        return callers.stream()
                .map(UniAssertSubscriber::getFailure)
                .filter(how::isInstance)
                .count();
    }

    private void answerAll() {
        for (int answered = 0; answered < 5; answered++) {
            int next = answered;
            Awaitility.await().atMost(PATIENCE).until(() -> lookUps.size() > next);
            lookUps.get(next).complete(Optional.empty());
        }
    }

    private static ExchangeConfig config(int concurrency, int waiting) {
        return new ExchangeConfig() {
            @Override
            public int concurrency() {
                return concurrency;
            }

            @Override
            public int waiting() {
                return waiting;
            }
        };
    }

    /** Answers when the test does. */
    private final class SlowStore implements CredentialStore {
        @Override
        public Uni<Optional<Principal>> keyHolder(byte[] hash, Instant now) {
            return Uni.createFrom().emitter(lookUps::add);
        }

        @Override
        public Uni<Optional<Principal>> key(UUID tenant, UUID key, Instant now) {
            throw new AssertionError("nobody asks for a key by its id");
        }

        @Override
        public Uni<Optional<Account>> account(String email) {
            throw new AssertionError("nobody logs in");
        }
    }
}
