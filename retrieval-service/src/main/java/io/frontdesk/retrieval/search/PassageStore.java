package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedding;
import io.frontdesk.retrieval.generations.Generation;
import io.frontdesk.retrieval.generations.GenerationOutdated;
import io.smallrye.mutiny.Uni;

/** Finds passages. */
interface PassageStore {
    /**
     * The best passages for a question among those that the caller may see, with the knowledge version they are of.
     *
     * @param generation whose model made the question's vector; fails with {@link GenerationOutdated} where another is live
     */
    Uni<SearchReply> find(Caller caller, SearchRequest request, Embedding question, Generation generation);
}
