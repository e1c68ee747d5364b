package io.frontdesk.gateway.settings;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.upstream.RetrievalClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** What a tenant settles about the search; the retrieval-service keeps it. */
@Path("/v1/settings/search")
@Tag(name = "settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SearchSettingsResource {
    private static final String SETTINGS = RetrievalClient.INTERNAL + "/v1/settings/search";

    private final RetrievalClient retrieval;

    SearchSettingsResource(RetrievalClient retrieval) {
        this.retrieval = retrieval;
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getSearchSettings", summary = "The tenant's settings of the search")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SearchSettings.class)))
    public Uni<Response> get() {
        return retrieval.call(UpstreamRequest.get(SETTINGS));
    }

    @PUT
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "putSearchSettings", summary = "Replaces the tenant's settings of the search")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SearchSettings.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = SearchSettings.class)))
    public Uni<Response> put(SearchSettings settings) {
        return retrieval.call(UpstreamRequest.put(SETTINGS, settings));
    }
}
