package io.frontdesk.gateway.keys;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.upstream.AuthClient;
import io.frontdesk.gateway.upstream.OptionalBody;
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
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys for the programs of the caller's tenant. */
@Path("/v1/api-keys")
@Tag(name = "api keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    private static final String KEYS = AuthClient.INTERNAL + "/v1/api-keys";

    private final AuthClient auth;
    private final OptionalBody bodies;

    ApiKeysResource(AuthClient auth, OptionalBody bodies) {
        this.auth = auth;
        this.bodies = bodies;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "createApiKey", summary = "Makes an API key")
    @APIResponse(
            responseCode = "201",
            description = "The key: shown this once",
            content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = NewApiKey.class)))
    public Uni<Response> create(NewApiKey key) {
        return auth.call(UpstreamRequest.post(KEYS, key));
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "listApiKeys", summary = "The tenant's API keys, without their secrets")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = ApiKeyPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(UpstreamRequest.get(UpstreamRequest.page(KEYS, limit, cursor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getApiKey", summary = "An API key, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
    public Uni<Response> get(UUID id) {
        return auth.call(UpstreamRequest.get(KEYS + "/" + id));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/{id}/rotate")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Makes a key of the same name, scopes and labels; the old one expires at the end of the overlap")
    @APIResponse(
            responseCode = "201",
            description = "The new key: shown this once",
            content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeyRotation.class)))
    public Uni<Response> rotate(UUID id, byte[] body) throws IOException {
        KeyRotation rotation = bodies.read(body, KeyRotation.class, new KeyRotation(null));
        return auth.call(UpstreamRequest.post(KEYS + "/" + id + "/rotate", rotation));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "revokeApiKey", summary = "Revokes an API key")
    @APIResponse(responseCode = "204", description = "It is revoked: its next request is refused")
    public Uni<Response> revoke(UUID id) {
        return auth.call(UpstreamRequest.delete(KEYS + "/" + id));
    }
}
