package io.frontdesk.retrieval.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** In Quarkus, where breakers come from. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "retrieval"))
@WithTestResource(RedisResource.class)
@WithTestResource(AuthServerResource.class)
class ResilientRetrievalCacheTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final int SEARCHES = 50;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void knowsNothingWhereRedisDoesNotAnswer() {
        var cache = new ResilientRetrievalCache(answering(Uni.createFrom().nothing()), SOON);

        assertThat(cache.read(List.of("a", "b")).await().atMost(LIMIT))
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(cache.write("a", new byte[0], LIMIT).await().atMost(LIMIT)).isNull();
    }

    @Test
    void knowsNothingWhereRedisFails() {
        var cache = new ResilientRetrievalCache(
                answering(Uni.createFrom().failure(new IllegalStateException("gone"))), LIMIT);

        assertThat(cache.read(List.of("a")).await().atMost(LIMIT)).containsExactly(Optional.empty());
    }

    @Test
    void soonStopsAsking() {
        var cache = new ResilientRetrievalCache(answering(Uni.createFrom().nothing()), SOON);

        for (int i = 0; i < SEARCHES; i++) {
            cache.read(List.of("a")).await().atMost(LIMIT);
        }

        assertThat(asked).hasValueLessThan(SEARCHES);
    }

    @Test
    void triesOnceMoreOverAnotherConnection() {
        var answers = List.<Uni<List<Optional<byte[]>>>>of(
                        Uni.createFrom().failure(new IllegalStateException("closed")),
                        Uni.createFrom().item(List.of(Optional.of(new byte[] {1}))))
                .iterator();
        var cache = new ResilientRetrievalCache(answering(Uni.createFrom().deferred(answers::next)), LIMIT);

        assertThat(cache.read(List.of("a")).await().atMost(LIMIT).getFirst()).hasValue(new byte[] {1});
    }

    private RetrievalCache answering(Uni<List<Optional<byte[]>>> answer) {
        return new RetrievalCache() {
            @Override
            public Uni<List<Optional<byte[]>>> read(List<String> keys) {
                asked.incrementAndGet();
                return answer;
            }

            @Override
            public Uni<Void> write(String key, byte[] value, Duration lifetime) {
                return answer.replaceWithVoid();
            }
        };
    }
}
