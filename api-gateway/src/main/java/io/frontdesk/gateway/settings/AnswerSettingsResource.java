package io.frontdesk.gateway.settings;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.upstream.GenerationClient;
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

/** What a tenant settles about its answers; the generation-service keeps it. */
@Path("/v1/settings/answers")
@Tag(name = "settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AnswerSettingsResource {
    private static final String SETTINGS = GenerationClient.INTERNAL + "/v1/settings/answers";

    private final GenerationClient generation;

    AnswerSettingsResource(GenerationClient generation) {
        this.generation = generation;
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getAnswerSettings", summary = "The tenant's settings of its answers")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = AnswerSettings.class)))
    public Uni<Response> get() {
        return generation.call(UpstreamRequest.get(SETTINGS));
    }

    @PUT
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "putAnswerSettings", summary = "Replaces the tenant's settings of its answers")
    @APIResponse(
            responseCode = "200",
            description = "The settings, which hold from the next question on",
            content = @Content(schema = @Schema(implementation = AnswerSettings.class)))
    @APIResponse(responseCode = "409", description = "Others have changed them since the version that is named")
    @RequestBody(content = @Content(schema = @Schema(implementation = AnswerSettings.class)))
    public Uni<Response> put(AnswerSettings settings) {
        return generation.call(UpstreamRequest.put(SETTINGS, settings));
    }
}
