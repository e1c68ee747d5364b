package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.retrieval.embedding.Embedding;
import io.smallrye.mutiny.Uni;

/** Finds passages. */
interface PassageStore {
    /** The best passages for a question among those that the caller may see, with the knowledge version they are of. */
    Uni<SearchReply> find(Caller caller, SearchRequest request, Embedding question);
}
