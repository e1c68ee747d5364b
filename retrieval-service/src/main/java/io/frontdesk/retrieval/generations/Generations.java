package io.frontdesk.retrieval.generations;

import io.frontdesk.kit.request.CallingContext;
import io.frontdesk.retrieval.embedding.Embedder;
import io.frontdesk.retrieval.embedding.Embedders;
import io.frontdesk.retrieval.problem.RetrievalError;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Which generation is searched and which are written, as this instance knows it. What it knows may be seconds old: whoever
 * searches is told by the database where another has become the live one, and {@linkplain #refreshed asks again}.
 */
@ApplicationScoped
public class Generations {
    private final GenerationStore store;
    private final Embedders embedders;
    private volatile @Nullable Known known;

    Generations(GenerationStore store, Embedders embedders) {
        this.store = store;
        this.embedders = embedders;
    }

    /** A generation with what makes its vectors. */
    public record Embedding(Generation generation, Embedder embedder) {}

    /** The one that is searched; fails with {@link RetrievalError.ModelNotConfigured} where this instance lacks its model. */
    public Uni<Embedding> live() {
        return known().map(known -> embedding(known.live()));
    }

    /** Those that get the vectors of new chunks: the live one first, then what is in the making and can be made here. */
    public Uni<List<Embedding>> written() {
        return known().map(known -> known.all()
                .filter(generation -> generation.equals(known.live()) || isConfigured(generation))
                .map(this::embedding)
                .toList());
    }

    /** The generations as they are in the database now, their models loaded. */
    public Uni<Known> refreshed() {
        Executor here = CallingContext.executor();
        return store.read()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::load)
                .invoke(read -> known = read)
                .emitOn(here);
    }

    private Uni<Known> known() {
        return Uni.createFrom().deferred(() -> {
            Known present = known;
            return present == null ? refreshed() : Uni.createFrom().item(present);
        });
    }

    public boolean isConfigured(Generation generation) {
        return embedders.knows(generation.model());
    }

    private void load(Known read) {
        read.all().filter(this::isConfigured).forEach(generation -> embedders.of(generation.model()));
    }

    private Embedding embedding(Generation generation) {
        if (!isConfigured(generation)) {
            throw new RetrievalError.ModelNotConfigured(generation.model());
        }
        return new Embedding(generation, embedders.of(generation.model()));
    }
}
