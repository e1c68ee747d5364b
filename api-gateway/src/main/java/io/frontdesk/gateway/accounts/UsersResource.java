package io.frontdesk.gateway.accounts;

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
import jakarta.ws.rs.PATCH;
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

/** The people of the caller's tenant. */
@Path("/v1/users")
@Tag(name = "users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UsersResource {
    private static final String USERS = AuthClient.INTERNAL + "/v1/users";

    private final AuthClient auth;

    UsersResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "createUser", summary = "Creates a user")
    @APIResponse(
            responseCode = "201",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "409", description = "The e-mail address is in use")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewUser.class)))
    public Uni<Response> create(NewUser user) {
        return auth.call(UpstreamRequest.post(USERS, user));
    }

    @GET
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "listUsers", summary = "The tenant's users, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = UserPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(UpstreamRequest.get(UpstreamRequest.page(USERS, limit, cursor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "getUser", summary = "A user")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    public Uni<Response> get(UUID id) {
        return auth.call(UpstreamRequest.get(USERS + "/" + id));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(
            operationId = "changeUser",
            summary = "Changes a user's role, or sets a new password",
            description = "Holds on the next request of every token of the user.")
    @APIResponse(
            responseCode = "200",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "409", description = "It is the last owner of the tenant")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserChange.class)))
    public Uni<Response> change(UUID id, UserChange change) {
        return auth.call(UpstreamRequest.patch(USERS + "/" + id, change));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "deleteUser", summary = "Removes a user")
    @APIResponse(responseCode = "204", description = "The user is gone, and so is everything that it signed in with")
    @APIResponse(responseCode = "409", description = "It is the last owner of the tenant")
    public Uni<Response> delete(UUID id) {
        return auth.call(UpstreamRequest.delete(USERS + "/" + id));
    }
}
