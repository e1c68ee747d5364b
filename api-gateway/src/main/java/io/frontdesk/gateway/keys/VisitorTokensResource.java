package io.frontdesk.gateway.keys;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.login.AccessToken;
import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
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

/** Tokens for the customers of a tenant, minted by its server. */
@Path("/v1/visitor-tokens")
@Tag(name = "api keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitorTokensResource {
    private final AuthClient auth;

    VisitorTokensResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @RolesAllowed(Scope.Names.CHAT)
    @Operation(
            operationId = "createVisitorToken",
            summary = "Mints a short-lived token for one visitor, for the scope chat only",
            description = "For API keys; the labels must be among the key's own.")
    @APIResponse(
            responseCode = "201",
            description = "The token, which dies with the key that minted it",
            content = @Content(schema = @Schema(implementation = AccessToken.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = NewVisitorToken.class)))
    public Uni<Response> create(NewVisitorToken token) {
        return auth.call(UpstreamRequest.post(AuthClient.INTERNAL + "/v1/visitor-tokens", token)
                .interactively());
    }
}
