package io.frontdesk.gateway.records;

import io.frontdesk.contracts.Scope;
import io.frontdesk.contracts.records.UnansweredPage;
import io.frontdesk.gateway.upstream.GenerationClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the tenant's documents did not answer well. */
@Path("/v1/unanswered")
@Tag(name = "analytics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.Names.ANALYTICS)
public class UnansweredResource {
    private static final String UNANSWERED = GenerationClient.INTERNAL + "/v1/unanswered";

    private final GenerationClient generation;

    UnansweredResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @Operation(
            operationId = "listUnanswered",
            summary =
                    "Questions that were refused, hardly answered or answered badly, grouped by meaning, the most asked first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = UnansweredPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        UpstreamRequest request = UpstreamRequest.get(UpstreamRequest.page(UNANSWERED, limit, cursor));
        return generation.call(request);
    }
}
