package io.frontdesk.retrieval.embedding;

import io.frontdesk.kit.request.CallingContext;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives vectors back on the event loop that asked for them, wherever they were made. */
final class ReturningEmbedder implements Embedder {
    private final Embedder embedder;

    ReturningEmbedder(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public EmbeddingModel model() {
        return embedder.model();
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text) {
        return returning(() -> embedder.query(tenant, text));
    }

    @Override
    public Uni<Embedding> query(UUID tenant, String text, byte @Nullable [] read) {
        return returning(() -> embedder.query(tenant, text, read));
    }

    @Override
    public Uni<List<Embedding>> passages(List<String> texts) {
        return returning(() -> embedder.passages(texts));
    }

    private static <T> Uni<T> returning(Supplier<Uni<T>> vectors) {
        return Uni.createFrom().deferred(() -> vectors.get().emitOn(CallingContext.executor()));
    }
}
