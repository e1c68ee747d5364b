package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.rerank.Reranker;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Of the passages that were found, more than are wanted where there is a reranker, gives those that it takes for the best. */
final class RerankingSearch implements UncachedSearch {
    private final UncachedSearch search;
    private final Reranker reranker;

    RerankingSearch(UncachedSearch search, Reranker reranker) {
        this.search = search;
        this.reranker = reranker;
    }

    @Override
    public Uni<SearchReply> search(Caller caller, SearchRequest request) {
        return reranked(request, search.search(caller, request));
    }

    @Override
    public Uni<SearchReply> search(Caller caller, SearchRequest request, byte @Nullable [] vector) {
        return reranked(request, search.search(caller, request, vector));
    }

    private Uni<SearchReply> reranked(SearchRequest request, Uni<SearchReply> reply) {
        return reply.chain(found -> reranker.best(request.query(), found.passages(), request.wanted())
                .map(found::of));
    }
}
