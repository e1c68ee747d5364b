package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;

/** Answers a search among what the caller may see. */
interface Search {
    Uni<SearchReply> search(Caller caller, SearchRequest request);
}
