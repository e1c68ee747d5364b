package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A search that is made each time. */
interface UncachedSearch extends Search {
    /**
     * The search, for whoever has read the cache already.
     *
     * @param vector what stands there under the question's {@link io.frontdesk.retrieval.embedding.QueryKey}, null where
     *     nothing does
     */
    Uni<SearchReply> search(Caller caller, SearchRequest request, byte @Nullable [] vector);
}
