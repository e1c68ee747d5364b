package io.frontdesk.retrieval.embedding;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers the vectors of questions. The same question of one tenant, asked several times at once, is embedded once;
 * failures are not remembered. Passages come once each, so they pass by.
 */
final class CachingEmbedder implements Embedder {
    private final Embedder embedder;
    private final AsyncCache<QueryKey, Embedding> vectors;
    private final Counter hits;
    private final Counter misses;

    CachingEmbedder(Embedder embedder, int size, Duration lifetime, MeterRegistry metrics) {
        this.embedder = embedder;
        this.vectors = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterWrite(lifetime)
                .buildAsync();
        this.hits = metrics.counter("cache.hits", "layer", "embedding");
        this.misses = metrics.counter("cache.misses", "layer", "embedding");
    }

    @Override
    public EmbeddingModel model() {
        return embedder.model();
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return Uni.createFrom().completionStage(() -> cached(QueryKey.of(tenant, model(), text), text));
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        return embedder.passages(texts);
    }

    private CompletableFuture<Embedding> cached(QueryKey key, String text) {
        CompletableFuture<Embedding> present = vectors.getIfPresent(key);
        (present == null ? misses : hits).increment();
        // A copy, since a caller that goes away cancels its own, and others may wait for the same vector.
        return vectors.get(key, (absent, executor) -> embed(absent.tenant(), text))
                .copy();
    }

    private CompletableFuture<Embedding> embed(UUID tenant, String text) {
        return embedder.query(tenant, text).subscribeAsCompletionStage();
    }
}
