package io.frontdesk.gateway.accounts;

import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.audit.AuditEventPage;
import io.frontdesk.gateway.idempotency.Idempotent;
import io.frontdesk.gateway.keys.IssuedApiKey;
import io.frontdesk.gateway.keys.NewApiKey;
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

/** The businesses of this installation, for its operator. */
@Path("/v1/tenants")
@Tag(name = "tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TenantsResource {
    private static final String TENANTS = AuthClient.INTERNAL + "/v1/tenants";

    private final AuthClient auth;

    TenantsResource(AuthClient auth) {
        this.auth = auth;
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createTenant", summary = "Creates a tenant")
    @APIResponse(
            responseCode = "201",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = NewTenant.class)))
    public Uni<Response> create(NewTenant tenant) {
        return auth.call(UpstreamRequest.post(TENANTS, tenant));
    }

    @GET
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "listTenants", summary = "All tenants, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = TenantPage.class)))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(UpstreamRequest.get(UpstreamRequest.page(TENANTS, limit, cursor)));
    }

    @GET
    @Path("/{tenant}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "getTenant", summary = "A tenant")
    @APIResponse(
            responseCode = "200",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    public Uni<Response> get(UUID tenant) {
        return auth.call(UpstreamRequest.get(TENANTS + "/" + tenant));
    }

    @PATCH
    @Path("/{tenant}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(
            operationId = "changeTenant",
            summary = "Renames a tenant, changes its plan, suspends or reactivates it",
            description = "Holds on the next request of every credential of the tenant.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "409", description = "It is being deleted, or is the installation's own")
    @RequestBody(content = @Content(schema = @Schema(implementation = TenantChange.class)))
    public Uni<Response> change(UUID tenant, TenantChange change) {
        return auth.call(UpstreamRequest.patch(TENANTS + "/" + tenant, change));
    }

    @DELETE
    @Path("/{tenant}")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "deleteTenant", summary = "Deletes a tenant with all its data in every service")
    @APIResponse(
            responseCode = "202",
            description = "The tenant, with the status deleting; once all is gone it is not found",
            content = @Content(schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "409", description = "It is the installation's own")
    public Uni<Response> delete(UUID tenant) {
        return auth.call(UpstreamRequest.delete(TENANTS + "/" + tenant));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/{tenant}/users")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createUserOfTenant", summary = "Creates a user of a tenant")
    @APIResponse(
            responseCode = "201",
            description = "The user",
            content = @Content(schema = @Schema(implementation = UserView.class)))
    @APIResponse(responseCode = "409", description = "The e-mail address is in use")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewUser.class)))
    public Uni<Response> createUser(UUID tenant, NewUser user) {
        return auth.call(UpstreamRequest.post(TENANTS + "/" + tenant + "/users", user));
    }

    @POST
    @Idempotent
    @Parameter(ref = Headers.IDEMPOTENCY_KEY)
    @Path("/{tenant}/api-keys")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createApiKeyOfTenant", summary = "Makes an API key for a tenant")
    @APIResponse(
            responseCode = "201",
            description = "The key: shown this once",
            content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = NewApiKey.class)))
    public Uni<Response> createApiKey(UUID tenant, NewApiKey key) {
        return auth.call(UpstreamRequest.post(TENANTS + "/" + tenant + "/api-keys", key));
    }

    @GET
    @Path("/{tenant}/audit-events")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "listAuditEventsOfTenant", summary = "What was done in a tenant, newest first")
    @APIResponse(
            responseCode = "200",
            description = "One page; next_cursor leads to the next",
            content = @Content(schema = @Schema(implementation = AuditEventPage.class)))
    public Uni<Response> auditEvents(
            UUID tenant, @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return auth.call(
                UpstreamRequest.get(UpstreamRequest.page(TENANTS + "/" + tenant + "/audit-events", limit, cursor)));
    }
}
