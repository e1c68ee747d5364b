package io.frontdesk.retrieval.embedding;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The embedder of the model that is configured, loaded before the service says that it is ready. */
class EmbedderProducer {
    @Produces
    @Singleton
    @Startup
    Embedder embedder(Embedders embedders, EmbeddingConfig config) {
        return embedders.of(config.model());
    }
}
