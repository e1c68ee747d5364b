package io.frontdesk.gateway.issuers;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant's own OpenID Connect providers, whose tokens are accepted for it. */
@Path("/v1/identity-providers")
@Tag(name = "identity providers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IdentityProvidersResource {
    private static final String PROVIDERS = AuthClient.INTERNAL + "/v1/identity-providers";

    private final AuthClient auth;

    IdentityProvidersResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "createIdentityProvider", summary = "Accepts the tokens of an issuer for this tenant")
    @APIResponse(
            responseCode = "201",
            description = "The identity provider",
            content = @Content(schema = @Schema(implementation = IdentityProviderView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The issuer is registered for this audience, or the tenant has as many as it may")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewIdentityProvider.class)))
    public Uni<Response> create(NewIdentityProvider provider) {
        return auth.call(UpstreamRequest.post(PROVIDERS, provider));
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "listIdentityProviders", summary = "The tenant's identity providers, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = IdentityProviderPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(UpstreamRequest.get(UpstreamRequest.page(PROVIDERS, limit, cursor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getIdentityProvider", summary = "An identity provider")
    @APIResponse(
            responseCode = "200",
            description = "The identity provider",
            content = @Content(schema = @Schema(implementation = IdentityProviderView.class)))
    public Uni<Response> get(UUID id) {
        return auth.call(UpstreamRequest.get(PROVIDERS + "/" + id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "deleteIdentityProvider", summary = "Accepts an issuer's tokens no longer")
    @APIResponse(responseCode = "204", description = "Its tokens are refused from the next request on")
    public Uni<Response> delete(UUID id) {
        return auth.call(UpstreamRequest.delete(PROVIDERS + "/" + id));
    }
}
