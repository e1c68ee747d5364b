package io.frontdesk.retrieval.embedding;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * Makes vectors of texts, of length 1, so that their inner product is their cosine similarity. Both methods fail with {@link
 * io.frontdesk.retrieval.problem.RetrievalError.Busy} where too much waits already, and never block.
 */
public interface Embedder {
    /** The vector of a question, to be compared with those of passages. */
    Uni<Embedding> query(UUID tenant, String text);

    /** The vectors of passages, in their order. */
    Uni<List<Embedding>> passages(List<String> texts);
}
