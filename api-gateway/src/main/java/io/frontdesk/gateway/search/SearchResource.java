package io.frontdesk.gateway.search;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.search.SearchReply;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.RetrievalClient;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamReply;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Search without an answer. */
@Path("/v1/search")
@Tag(name = "search")
public class SearchResource {
    private final Upstream upstream;
    private final CurrentCaller caller;

    SearchResource(Upstream upstream, CurrentCaller caller) {
        this.upstream = upstream;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Scope.Names.SEARCH)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "search", summary = "Finds passages of the tenant's documents, by meaning and by words")
    @APIResponse(
            responseCode = "200",
            description = "What was found, best first",
            content = @Content(schema = @Schema(implementation = SearchResponse.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = SearchQuery.class)))
    public Uni<Response> search(SearchQuery query) {
        var request = UpstreamRequest.post(RetrievalClient.INTERNAL + "/v1/search", query.request())
                .as(caller.get())
                .repeatably()
                .interactively();
        return upstream.call(UpstreamService.RETRIEVAL, request).map(SearchResource::response);
    }

    private static Response response(UpstreamReply reply) {
        return reply.isSuccess()
                ? Response.ok(SearchResponse.from(reply.as(SearchReply.class))).build()
                : RelayMapper.relay(reply);
    }
}
