package io.frontdesk.retrieval.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.frontdesk.retrieval.cache.RetrievalCache;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Pooling;
import io.frontdesk.retrieval.embedding.EmbeddingModel.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CachingEmbedderTest {
    private static final UUID TENANT = new UUID(0, 1);
    private static final UUID OTHER_TENANT = new UUID(0, 2);
    private static final EmbeddingModel MODEL = new EmbeddingModel.Onnx(
            "small", 2, 512, Pooling.CLS, "", "", Source.resource("none"), Source.resource("none"));
    private static final QueryKey WHERE = QueryKey.of(TENANT, MODEL, "where");
    private static final Embedding EMBEDDING = Embedding.normalised(new float[] {3, 4});

    private final Map<String, byte[]> kept = new HashMap<>();
    private final List<UniEmitter<? super Embedding>> asked = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CachingEmbedder embedder =
            new CachingEmbedder(new Recording(), new Kept(), 100, Duration.ofHours(1), metrics);

    @Test
    void embedsAQuestionOnce() {
        var first = ask(TENANT, "where");
        asked.getFirst().complete(EMBEDDING);
        var second = ask(TENANT, "where");

        assertThat(first.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(second.awaitItem().getItem()).isSameAs(EMBEDDING);
        assertThat(asked).hasSize(1);
        assertThat(metrics.get("cache.hits")
                        .tag("layer", "embedding_caffeine")
                        .counter()
                        .count())
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

    @Test
    void takesWhatAnotherReplicaHasEmbedded() {
        kept.put(WHERE.redisKey(), EmbeddingValue.encode(WHERE, EMBEDDING));

        var asks = ask(TENANT, "where");

        assertThat(asks.awaitItem().getItem().vector()).containsExactly(EMBEDDING.vector(), within(1e-3f));
        assertThat(asked).isEmpty();
        assertThat(metrics.get("cache.hits")
                        .tag("layer", "embedding_redis")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsWhatItEmbedsForOtherReplicas() {
        ask(TENANT, "where");
        asked.getFirst().complete(EMBEDDING);

        assertThat(kept).containsOnlyKeys(WHERE.redisKey());
        assertThat(kept.values()).allSatisfy(value -> assertThat(EmbeddingValue.decode(WHERE, 2, value))
                .isPresent());
    }

    @Test
    void takesNoValueOfAnotherTenantForItsOwn() {
        var other = QueryKey.of(OTHER_TENANT, MODEL, "where");
        kept.put(WHERE.redisKey(), EmbeddingValue.encode(other, EMBEDDING));

        ask(TENANT, "where");

        assertThat(asked).hasSize(1);
    }

    @Test
    void looksNothingUpForACallerThatHas() {
        kept.put(QueryKey.of(TENANT, MODEL, "who").redisKey(), new byte[0]);
        byte[] value = EmbeddingValue.encode(WHERE, EMBEDDING);
        byte[] another = EmbeddingValue.encode(QueryKey.of(OTHER_TENANT, MODEL, "when"), EMBEDDING);

        var right = ask(embedder.query(TENANT, "where", value));
        ask(embedder.query(TENANT, "when", another));
        ask(embedder.query(TENANT, "who", null));

        assertThat(right.awaitItem().getItem().vector()).containsExactly(EMBEDDING.vector(), within(1e-3f));
        assertThat(asked).hasSize(2);
    }

    private UniAssertSubscriber<Embedding> ask(UUID tenant, String text) {
        return ask(embedder.query(tenant, text));
    }

    private static UniAssertSubscriber<Embedding> ask(Uni<Embedding> question) {
        return question.subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private final class Recording implements Embedder {
        @Override
        public EmbeddingModel model() {
            return MODEL;
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

    private final class Kept implements RetrievalCache {
        @Override
        public Uni<List<Optional<byte[]>>> read(List<String> keys) {
            return Uni.createFrom()
                    .item(keys.stream()
                            .map(key -> Optional.ofNullable(kept.get(key)))
                            .toList());
        }

        @Override
        public Uni<Void> write(String key, byte[] value, Duration lifetime) {
            kept.put(key, value);
            return Uni.createFrom().voidItem();
        }
    }
}
