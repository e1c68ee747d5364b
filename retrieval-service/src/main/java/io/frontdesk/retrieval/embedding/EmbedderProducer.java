package io.frontdesk.retrieval.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

/** What happens when a text is embedded, from the outside in. */
class EmbedderProducer {
    private static final String WARM_UP = "How long do I have to return a laptop?";

    @Produces
    @Singleton
    Embedder embedder(OnnxEmbedder onnx, EmbeddingConfig config, MeterRegistry metrics) {
        var caching = new CachingEmbedder(onnx, OnnxModel.NAME, config.cacheSize(), config.cacheLifetime(), metrics);
        return new ReturningEmbedder(caching);
    }

    /** Loaded and run once before the service says that it is ready: the first run takes ten times as long as others. */
    @Produces
    @Singleton
    @Startup
    @Typed(OnnxEmbedder.class)
    OnnxEmbedder onnx(EmbeddingConfig config, MeterRegistry metrics) {
        int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
        var lanes = new TwoLanes("embedding", threads, config.maxWaiting());
        var embedder = new OnnxEmbedder(
                OnnxModel.tokenizer(),
                OnnxModel.load(),
                lanes,
                config.queryInstruction().orElse(""),
                metrics);
        embedder.embed(WARM_UP);
        return embedder;
    }

    void close(@Disposes OnnxEmbedder embedder) {
        embedder.close();
    }
}
