package io.frontdesk.gateway.audit;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.upstream.AuthClient;
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

/** What was done in the caller's tenant, and by whom. */
@Path("/v1/audit-events")
@Tag(name = "audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditEventsResource {
    private final AuthClient auth;

    AuditEventsResource(AuthClient auth) {
        this.auth = auth;
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(
            operationId = "listAuditEvents",
            summary = "Sign-ins, and what was done with keys, users and settings, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = AuditEventPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(
                UpstreamRequest.get(UpstreamRequest.page(AuthClient.INTERNAL + "/v1/audit-events", limit, cursor)));
    }
}
