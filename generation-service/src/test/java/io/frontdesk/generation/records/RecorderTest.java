package io.frontdesk.generation.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.ServiceTest;
import io.frontdesk.kit.json.JsonConventions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Redis that takes no records for a while. In Quarkus for the breaker alone. */
@QuarkusTest
class RecorderTest extends ServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FlakyStore store = new FlakyStore();
    private final Recorder recorder = new Recorder(
            store,
            new RecordJson(JsonConventions.mapper()),
            new SmallRyeConfigBuilder()
                    .withMapping(RecordsConfig.class)
                    .withConverter(Duration.class, 100, new DurationConverter())
                    .withDefaultValue("frontdesk.records.max-held", "2")
                    .build()
                    .getConfigMapping(RecordsConfig.class),
            metrics,
            vertx);

    @AfterEach
    void stop() {
        recorder.stop(new ShutdownEvent());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void endsTheAnswerAndKeepsItsRecordUntilRedisIsBack() {
        store.away = true;
        UUID id = Ids.next();

        keep(id);

        assertThat(store.taken).isEmpty();
        store.away = false;
        recorder.start(new StartupEvent());
        await().atMost(PATIENCE).until(() -> store.taken.contains(id));
    }

    @Test
    void holdsNoMoreThanItMay() {
        store.away = true;

        for (int i = 0; i < 5; i++) {
            keep(Ids.next());
        }

        assertThat(metrics.get("frontdesk.records.held").gauge().value()).isEqualTo(2);
        assertThat(metrics.get("frontdesk.records.dropped").counter().count()).isEqualTo(3);
    }

    private void keep(UUID id) {
        var question = new Question(id, Ids.next(), Ids.next(), "visitor:ann", "Why?", "Why?", Instant.now());
        var end = new AnswerEvent.Failed(id, Map.of("type", "/problems/unavailable"));
        recorder.keep(FinishedAnswer.of(question, end, null, Duration.ZERO, List.of()))
                .await()
                .atMost(PATIENCE);
    }

    private static final class FlakyStore implements FinishedStore {
        private final List<UUID> taken = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        @Override
        public Uni<Void> append(UUID tenant, UUID id, String json, int atMost) {
            if (away) {
                return Uni.createFrom().failure(new IOException("away"));
            }
            taken.add(id);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Batch> take(int atMost, Duration time) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> forget(List<String> entries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<String>> find(UUID tenant, UUID id) {
            throw new UnsupportedOperationException();
        }
    }
}
