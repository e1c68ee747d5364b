package io.frontdesk.retrieval.embedding;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes vectors of texts with one model, of length 1, so that their inner product is their cosine similarity. All methods
 * fail with {@link io.frontdesk.retrieval.problem.RetrievalError.Busy} where too much waits already, with {@link
 * io.frontdesk.retrieval.problem.RetrievalError.ModelUnavailable} where a remote model does not answer, and never block.
 */
public interface Embedder {
    EmbeddingModel model();

    /** The vector of a question, to be compared with those of passages. */
    Uni<Embedding> query(UUID tenant, String text);

    /**
     * The vector of a question, for a caller that has read {@link QueryKey#redisKey()} along with keys of its own.
     *
     * @param read the value there, null where there is none
     */
    default Uni<Embedding> query(UUID tenant, String text, byte @Nullable [] read) {
        return query(tenant, text);
    }

    /** The vectors of passages, in their order. */
    Uni<List<Embedding>> passages(List<String> texts);
}
