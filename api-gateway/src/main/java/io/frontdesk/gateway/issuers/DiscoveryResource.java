package io.frontdesk.gateway.issuers;

import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What others need to verify tokens of this installation. */
@Path("/.well-known")
@Tag(name = "identity providers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
    private final AuthClient auth;

    DiscoveryResource(AuthClient auth) {
        this.auth = auth;
    }

    @GET
    @Path("/openid-configuration")
    @PermitAll
    @Operation(operationId = "openidConfiguration", summary = "OpenID Connect discovery")
    @APIResponse(responseCode = "200", description = "The issuer, its keys and what it supports")
    public Uni<Response> discovery() {
        return auth.callOpenly(UpstreamRequest.get("/.well-known/openid-configuration"));
    }

    @GET
    @Path("/jwks.json")
    @PermitAll
    @Operation(operationId = "jwks", summary = "The keys that verify tokens of this installation")
    @APIResponse(responseCode = "200", description = "A JSON web key set (RFC 7517)")
    public Uni<Response> keys() {
        return auth.callOpenly(UpstreamRequest.get("/.well-known/jwks.json"));
    }
}
