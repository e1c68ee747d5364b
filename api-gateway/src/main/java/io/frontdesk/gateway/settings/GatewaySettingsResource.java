package io.frontdesk.gateway.settings;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.upstream.AuthClient;
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

/** What a tenant settles about this gateway; the auth-service keeps it. */
@Path("/v1/settings/gateway")
@Tag(name = "settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GatewaySettingsResource {
    private static final String SETTINGS = AuthClient.INTERNAL + "/v1/settings/gateway";

    private final AuthClient auth;

    GatewaySettingsResource(AuthClient auth) {
        this.auth = auth;
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getGatewaySettings", summary = "The tenant's settings of the gateway")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = GatewaySettings.class)))
    public Uni<Response> get() {
        return auth.call(UpstreamRequest.get(SETTINGS));
    }

    @PUT
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(
            operationId = "putGatewaySettings",
            summary = "Replaces the tenant's settings of the gateway",
            description =
                    "Origins are listed as browsers write them, https://host[:port] or http://localhost[:port]; * lists all."
                            + " Whatever else calls from a browser is refused with 403, from the next request on. Credentials is false:"
                            + " no cookie authenticates here.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = GatewaySettings.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = GatewaySettings.class)))
    public Uni<Response> put(GatewaySettings settings) {
        return auth.call(UpstreamRequest.put(SETTINGS, settings));
    }
}
