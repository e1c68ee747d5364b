package io.frontdesk.retrieval.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.testing.AuthServerResource;
import io.frontdesk.testing.PostgresResource;
import io.frontdesk.testing.RedisResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** In Quarkus, where breakers come from. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "retrieval"))
@WithTestResource(RedisResource.class)
@WithTestResource(AuthServerResource.class)
class ResilientKnowledgeVersionsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final int SEARCHES = 50;
    private static final UUID TENANT = UUID.randomUUID();

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void tellsWhatRedisTells() {
        assertThat(current(answering(Uni.createFrom().item(OptionalLong.of(7))), LIMIT))
                .hasValue(7);
    }

    @Test
    void tellsNothingWhereRedisFailsOrDoesNotAnswer() {
        assertThat(current(answering(Uni.createFrom().nothing()), SOON)).isEmpty();
        assertThat(current(answering(Uni.createFrom().failure(new IllegalStateException("gone"))), LIMIT))
                .isEmpty();
    }

    @Test
    void soonStopsAsking() {
        var versions = new ResilientKnowledgeVersions(answering(Uni.createFrom().nothing()), SOON);

        for (int i = 0; i < SEARCHES; i++) {
            versions.current(TENANT).await().atMost(LIMIT);
        }

        assertThat(asked).hasValueLessThan(SEARCHES);
    }

    private static OptionalLong current(KnowledgeVersions versions, Duration timeout) {
        return new ResilientKnowledgeVersions(versions, timeout)
                .current(TENANT)
                .await()
                .atMost(LIMIT);
    }

    private KnowledgeVersions answering(Uni<OptionalLong> answer) {
        return new KnowledgeVersions() {
            @Override
            public Uni<OptionalLong> current(UUID tenant) {
                asked.incrementAndGet();
                return answer;
            }

            @Override
            public Uni<Void> raise(UUID tenant, long version) {
                return Uni.createFrom().voidItem();
            }
        };
    }
}
