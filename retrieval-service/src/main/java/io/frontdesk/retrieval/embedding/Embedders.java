package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.cache.RetrievalCache;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One embedder for each model that is asked for: several models can be at work while an index moves from one to another.
 * All that run in this process share its threads.
 */
@Singleton
public class Embedders implements AutoCloseable {
    private final EmbeddingConfig config;
    private final ConfiguredModels models;
    private final RetrievalCache cache;
    private final MeterRegistry metrics;
    private final TwoLanes lanes;
    private final Map<String, Embedder> plain = new ConcurrentHashMap<>();
    private final Map<String, Embedder> cached = new ConcurrentHashMap<>();

    Embedders(EmbeddingConfig config, RetrievalCache cache, MeterRegistry metrics) {
        this.config = config;
        this.cache = cache;
        this.models = new ConfiguredModels(config);
        this.metrics = metrics;
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        this.lanes = new TwoLanes("embedding", threads, config.maxWaiting());
        metrics.gauge("embedding.waiting", lanes, TwoLanes::waiting);
    }

    /**
     * The embedder of a model. The first time loads the model and takes seconds, on the calling thread.
     *
     * @throws IllegalArgumentException where no model of this name is configured
     */
    public Embedder of(String model) {
        return cached.computeIfAbsent(model, name -> new ReturningEmbedder(caching(name)));
    }

    /** Whether a model of this name is configured. */
    public boolean knows(String model) {
        return models.has(model);
    }

    /** An embedder that makes each vector, also of questions that were asked before. */
    public Embedder uncached(String model) {
        return new ReturningEmbedder(plain(model));
    }

    private Embedder caching(String name) {
        return new CachingEmbedder(plain(name), cache, config.cacheSize(), config.cacheLifetime(), metrics);
    }

    private Embedder plain(String model) {
        return plain.computeIfAbsent(model, this::loaded);
    }

    private Embedder loaded(String name) {
        return switch (models.named(name)) {
            case EmbeddingModel.Onnx onnx -> OnnxEmbedder.load(onnx, lanes, EmbeddingMetrics.in(metrics));
            case EmbeddingModel.Remote remote -> new RemoteEmbedder(remote, EmbeddingMetrics.in(metrics));
        };
    }

    @Override
    @PreDestroy
    public void close() {
        lanes.close();
    }
}
