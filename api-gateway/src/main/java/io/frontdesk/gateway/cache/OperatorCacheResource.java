package io.frontdesk.gateway.cache;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.reuse.AnswersCleared;
import io.frontdesk.gateway.upstream.RetrievalClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The answers of all tenants that are given again, for the operator. */
@Path("/v1/admin/cache")
@Tag(name = "answers")
@Produces(MediaType.APPLICATION_JSON)
public class OperatorCacheResource {
    private final RetrievalClient retrieval;

    OperatorCacheResource(RetrievalClient retrieval) {
        this.retrieval = retrieval;
    }

    @DELETE
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "clearAllCaches", summary = "Has every question of every tenant answered anew")
    @APIResponse(
            responseCode = "200",
            description = "How many answers were cleared",
            content = @Content(schema = @Schema(implementation = AnswersCleared.class)))
    public Uni<Response> clear() {
        return retrieval.call(UpstreamRequest.delete(RetrievalClient.INTERNAL + "/v1/admin/answers"));
    }
}
