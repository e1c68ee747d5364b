package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Answers a search among what the caller may see. */
interface Search {
    Uni<SearchReply> search(Caller caller, SearchRequest request);

    /**
     * The same, by whoever has read the cache already.
     *
     * @param vector what stands there under the question's {@link io.frontdesk.retrieval.embedding.QueryKey}, null where
     *     nothing does
     */
    Uni<SearchReply> search(Caller caller, SearchRequest request, byte @Nullable [] vector);
}
