package io.frontdesk.retrieval.search;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.contracts.search.SearchRequest;
import io.frontdesk.kit.caller.CurrentCaller;
import io.frontdesk.kit.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** One search in the caller's tenant. */
@Path("/internal/v1/search")
@RolesAllowed({Scope.Names.SEARCH, Scope.Names.CHAT})
class SearchResource {
    private final Search search;
    private final CurrentCaller caller;

    SearchResource(Search search, CurrentCaller caller) {
        this.search = search;
        this.caller = caller;
    }

    @POST
    public Uni<SearchReply> search(SearchRequest request) {
        return Deadlines.within(search.search(caller.get(), request));
    }
}
