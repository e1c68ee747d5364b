package io.frontdesk.retrieval.embedding;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontdesk.retrieval.cache.RetrievalCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the vectors of questions, here and where all replicas do. The same question of one tenant, asked several times
 * at once, is looked up and embedded once; failures are not remembered. Passages come once each, so they pass by.
 */
final class CachingEmbedder implements Embedder {
    private final Embedder embedder;
    private final RetrievalCache shared;
    private final Duration lifetime;
    private final AsyncCache<QueryKey, Embedding> vectors;
    private final Counter hits;
    private final Counter sharedHits;
    private final Counter misses;

    CachingEmbedder(Embedder embedder, RetrievalCache shared, int size, Duration lifetime, MeterRegistry metrics) {
        this.embedder = embedder;
        this.shared = shared;
        this.lifetime = lifetime;
        this.vectors = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterWrite(lifetime)
                .buildAsync();
        this.hits = metrics.counter("cache.hits", "layer", "embedding_caffeine");
        this.sharedHits = metrics.counter("cache.hits", "layer", "embedding_redis");
        this.misses = metrics.counter("cache.misses", "layer", "embedding");
    }

    @Override
    public EmbeddingModel model() {
        return embedder.model();
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return remembered(tenant, text, this::read);
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text, byte @Nullable [] read) {
        return remembered(tenant, text, key -> Uni.createFrom()
                .item(Optional.ofNullable(read).flatMap(value -> decoded(key, value))));
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        return embedder.passages(texts);
    }

    private Uni<Embedding> remembered(UUID tenant, String text, Lookup lookup) {
        var key = QueryKey.of(tenant, model(), text);
        return Uni.createFrom().completionStage(() -> remembered(key, text, lookup));
    }

    private CompletableFuture<Embedding> remembered(QueryKey key, String text, Lookup lookup) {
        if (vectors.getIfPresent(key) != null) {
            hits.increment();
        }
        // A copy, since a caller that goes away cancels its own, and others may wait for the same vector.
        return vectors.get(key, (absent, executor) -> find(absent, text, lookup).subscribeAsCompletionStage())
                .copy();
    }

    private Uni<Embedding> find(QueryKey key, String text, Lookup lookup) {
        return lookup.find(key).chain(found -> {
            found.ifPresentOrElse(present -> sharedHits.increment(), misses::increment);
            return found.map(present -> Uni.createFrom().item(present)).orElseGet(() -> make(key, text));
        });
    }

    private Uni<Optional<Embedding>> read(QueryKey key) {
        return shared.read(List.of(key.redisKey()))
                .map(values -> values.getFirst().flatMap(value -> decoded(key, value)));
    }

    private Optional<Embedding> decoded(QueryKey key, byte[] value) {
        return EmbeddingValue.decode(key, model().dimensions(), value);
    }

    /** Keeping it can neither fail nor delay whoever asks: what is not kept is made again. */
    private Uni<Embedding> make(QueryKey key, String text) {
        return embedder.query(key.tenant(), text)
                .invoke(made -> shared.write(key.redisKey(), EmbeddingValue.encode(key, made), lifetime)
                        .subscribe()
                        .with(kept -> {}));
    }

    @FunctionalInterface
    private interface Lookup {
        Uni<Optional<Embedding>> find(QueryKey key);
    }
}
