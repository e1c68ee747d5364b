package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Knows what searches by meaning miss. */
interface RecallStore {
    /** The recall of one search. */
    Uni<Recall> of(Caller caller, SearchRequest request, Embedding question, Generation generation);

    /**
     * Of one search.
     *
     * @param chunks how many the tenant has
     * @param at10 the share that was found of the ten nearest; null where nothing is to be found
     */
    record Recall(long chunks, @Nullable Double at10) {}
}
