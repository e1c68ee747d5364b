package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.records.UnansweredGroup;
import io.frontdesk.generation.retrieval.Embeddings;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions that were not answered well. */
interface UnansweredStore {
    /** A question, by the answer that was given. */
    record Asked(UUID answer, String question) {}

    /** What these answers answered, as far as they are kept. */
    Uni<List<Asked>> questions(UUID tenant, List<UUID> answers);

    /**
     * Puts each question into the nearest group, or into a new one.
     *
     * @param embeddings of the questions, in their order
     */
    Uni<Void> group(UUID tenant, List<Asked> questions, Embeddings embeddings, double similarity);

    /** Groups, the most asked first, from after a place on. */
    Uni<List<UnansweredGroup>> page(UUID tenant, int limit, @Nullable GroupCursor after);
}
