package io.frontdesk.auth.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.auth.MutableClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    private static final PublicJsonWebKey KEY = TestIssuer.rsaKey("any");

    private final List<UniEmitter<? super KeySet>> asked = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private final IssuerKeys keys =
            new IssuerKeys("https://id.example", () -> Uni.createFrom().emitter(asked::add), new Config(), clock);

    @Test
    void asksOnceForAllWhoWait() {
        var first = find("a");
        var second = find("a");
        var unknown = find("b");
        assertThat(asked).hasSize(1);

        answer("a");

        assertThat(first.join()).isPresent();
        assertThat(second.join()).isPresent();
        assertThat(unknown.join()).isEmpty();
        assertThat(find("a").join()).isPresent();
        assertThat(asked).hasSize(1);
    }

    @Test
    void asksAgainForAKeyThatIsNotThereButNotAllTheTime() {
        find("a");
        answer("a");
        clock.pass(Duration.ofSeconds(29));
        assertThat(find("b").join()).isEmpty();
        assertThat(asked).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        var rotated = find("b");
        answer("a", "b");

        assertThat(rotated.join()).isPresent();
        assertThat(find("c").join()).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void goesOnWithWhatItHasWhileAskingForAnUnknownKey() {
        find("a");
        answer("a");
        clock.pass(Duration.ofSeconds(30));
        find("b");

        assertThat(find("a").join()).isPresent();
    }

    @Test
    void forgetsAKeyThatIsNoLongerPublished() {
        find("a");
        answer("a");
        clock.pass(Duration.ofMinutes(10));

        var old = find("a");
        answer("b");

        assertThat(old.join()).isEmpty();
    }

    @Test
    void goesOnWithOldKeysForADayWhileTheIssuerDoesNotAnswer() {
        find("a");
        answer("a");
        clock.pass(Duration.ofMinutes(10));

        var old = find("a");
        fail();
        assertThat(old.join()).isPresent();
        assertThat(find("a").join()).isPresent();
        assertThat(asked).hasSize(2);

        clock.pass(Duration.ofHours(24));
        var older = find("a");
        fail();
        assertThat(older.join()).isEmpty();
    }

    @Test
    void asksAnIssuerThatDidNotAnswerOnlyAfterAPause() {
        var first = find("a");
        fail();
        assertThat(first.join()).isEmpty();
        clock.pass(Duration.ofSeconds(9));
        assertThat(find("a").join()).isEmpty();
        assertThat(asked).hasSize(1);

        clock.pass(Duration.ofSeconds(1));
        var second = find("a");
        answer("a");

        assertThat(second.join()).isPresent();
    }

    private CompletableFuture<Optional<PublicJsonWebKey>> find(String kid) {
        return keys.find(kid).subscribeAsCompletionStage();
    }

    private void answer(String... kids) {
        Map<String, PublicJsonWebKey> published = new HashMap<>();
        for (String kid : kids) {
            published.put(kid, KEY);
        }
        asked.getLast().complete(new KeySet(published));
    }

    private void fail() {
        asked.getLast().fail(new IllegalStateException("down"));
    }

    private record Config() implements FederationConfig {
        @Override
        public Duration maxTokenLifetime() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration keysFreshFor() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration keysUsableFor() {
            return Duration.ofHours(24);
        }

        @Override
        public int maxProvidersPerTenant() {
            return 100;
        }
    }
}
