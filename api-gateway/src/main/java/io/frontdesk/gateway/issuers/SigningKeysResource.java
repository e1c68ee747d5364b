package io.frontdesk.gateway.issuers;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.idempotency.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys that sign this installation's tokens, for its operator. */
@Path("/v1/admin/signing-keys")
@Tag(name = "identity providers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SigningKeysResource {
    private final AuthClient auth;

    SigningKeysResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/rotate")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Publishes a new key, which signs from a quarter of an hour later")
    @APIResponse(
            responseCode = "202",
            description = "The key",
            content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    public Uni<Response> rotate() {
        return auth.call(UpstreamRequest.post(AuthClient.INTERNAL + "/v1/admin/signing-keys/rotate"));
    }
}
