package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachingEmbedderTest {
    private static final UUID TENANT = new UUID(0, 1);
    private static final UUID OTHER_TENANT = new UUID(0, 2);
    private static final Embedding EMBEDDING = Embedding.normalised(new float[] {3, 4});

    private final List<UniEmitter<? super Embedding>> asked = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CachingEmbedder embedder = new CachingEmbedder(new Recording(), 100, Duration.ofHours(1), metrics);

    @Test
    void embedsAQuestionOnce() {
        var first = ask(TENANT, "where");
        asked.getFirst().complete(EMBEDDING);
        var second = ask(TENANT, "where");

        assertThat(first.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(second.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(asked).hasSize(1);
        assertThat(metrics.get("cache.hits").tag("layer", "embedding").counter().count())
                .isEqualTo(1);
        assertThat(metrics.get("cache.misses")
                        .tag("layer", "embedding")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void sharesNothingBetweenTenants() {
        ask(TENANT, "where");
        ask(OTHER_TENANT, "where");

        assertThat(asked).hasSize(2);
    }

    @Test
    void embedsForAllWhoWaitWhenTheFirstGoesAway() {
        var first = ask(TENANT, "where");
        var second = ask(TENANT, "where");

        first.cancel();
        asked.getFirst().complete(EMBEDDING);

        assertThat(second.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(asked).hasSize(1);
    }

    @Test
    void forgetsFailures() {
        var first = ask(TENANT, "where");
        asked.getFirst().fail(new IllegalStateException("broken"));
        first.awaitFailure().assertFailedWith(IllegalStateException.class, "broken");

        var second = ask(TENANT, "where");
        asked.getLast().complete(EMBEDDING);

        assertThat(second.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(asked).hasSize(2);
    }

    private UniAssertSubscriber<Embedding> ask(UUID tenant, String text) {
        return embedder.query(tenant, text).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private final class Recording implements Embedder {
        @Override
        public EmbeddingModel model() {
            return EmbeddingModel.Onnx.bundled("");
        }

        @Override
        public Uni<Embedding> query(UUID tenant, String text) {
            return Uni.createFrom().emitter(asked::add);
        }

        @Override
        public Uni<List<Embedding>> passages(List<String> texts) {
            throw new UnsupportedOperationException();
        }
    }
}
