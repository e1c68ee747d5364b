package io.frontdesk.gateway.accounts;

import io.frontdesk.contracts.Scope;
import io.frontdesk.gateway.upstream.RelayMapper;
import io.frontdesk.gateway.upstream.Upstream;
import io.frontdesk.gateway.upstream.UpstreamRequest;
import io.frontdesk.gateway.upstream.UpstreamService;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tenants, users and API keys; every route is passed on to the auth-service, which decides. */
@Path("/")
@Tag(name = "accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {
    private static final String INTERNAL = "/internal";

    private final Upstream upstream;
    private final CurrentCaller caller;

    AccountsResource(Upstream upstream, CurrentCaller caller) {
        this.upstream = upstream;
        this.caller = caller;
    }

    @POST
    @Path("/v1/auth/login")
    @PermitAll
    @Operation(operationId = "login", summary = "Signs a user in")
    @APIResponse(responseCode = "200", description = "access_token, token_type, expires_in")
    public Uni<Response> login(AccountRequests.Login login) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/auth/login", login));
    }

    @POST
    @Path("/v1/tenants")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createTenant", summary = "Creates a tenant; for the operator")
    @APIResponse(responseCode = "201", description = "id, name, plan, status, created_at")
    public Uni<Response> createTenant(AccountRequests.NewTenant tenant) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/tenants", tenant).as(caller.get()));
    }

    @POST
    @Path("/v1/tenants/{tenant}/api-keys")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createApiKeyOfTenant", summary = "Makes an API key for a tenant; for the operator")
    @APIResponse(responseCode = "201", description = "id, prefix, name, scopes, and key: shown this once")
    public Uni<Response> createApiKeyFor(UUID tenant, AccountRequests.NewApiKey key) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/tenants/" + tenant + "/api-keys", key)
                .as(caller.get()));
    }

    @POST
    @Path("/v1/tenants/{tenant}/users")
    @RolesAllowed(Scope.Names.OPERATOR)
    @Operation(operationId = "createUserOfTenant", summary = "Creates a user of a tenant; for the operator")
    @APIResponse(responseCode = "201", description = "id, email, role, created_at")
    public Uni<Response> createUserFor(UUID tenant, AccountRequests.NewUser user) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/tenants/" + tenant + "/users", user)
                .as(caller.get()));
    }

    @POST
    @Path("/v1/users")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "createUser", summary = "Creates a user of the caller's tenant")
    @APIResponse(responseCode = "201", description = "id, email, role, created_at")
    public Uni<Response> createUser(AccountRequests.NewUser user) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/users", user).as(caller.get()));
    }

    @POST
    @Path("/v1/api-keys")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "createApiKey", summary = "Makes an API key for the caller's tenant")
    @APIResponse(responseCode = "201", description = "id, prefix, name, scopes, and key: shown this once")
    public Uni<Response> createApiKey(AccountRequests.NewApiKey key) {
        return call(UpstreamRequest.post(INTERNAL + "/v1/api-keys", key).as(caller.get()));
    }

    @GET
    @Path("/v1/api-keys")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "listApiKeys", summary = "The tenant's API keys, without their secrets")
    @APIResponse(responseCode = "200", description = "data, next_cursor")
    public Uni<Response> apiKeys(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        String path = UpstreamRequest.page(INTERNAL + "/v1/api-keys", limit, cursor);
        return call(UpstreamRequest.get(path).as(caller.get()));
    }

    @DELETE
    @Path("/v1/api-keys/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    @Operation(operationId = "revokeApiKey", summary = "Revokes an API key")
    @APIResponse(responseCode = "204", description = "It is revoked")
    public Uni<Response> revokeApiKey(UUID id) {
        return call(UpstreamRequest.delete(INTERNAL + "/v1/api-keys/" + id).as(caller.get()));
    }

    @GET
    @Path("/.well-known/openid-configuration")
    @PermitAll
    @Operation(operationId = "openidConfiguration", summary = "OpenID Connect discovery")
    @APIResponse(responseCode = "200", description = "The issuer, its keys and what it supports")
    public Uni<Response> discovery() {
        return call(UpstreamRequest.get("/.well-known/openid-configuration"));
    }

    @GET
    @Path("/.well-known/jwks.json")
    @PermitAll
    @Operation(operationId = "jwks", summary = "The keys that verify tokens of this installation")
    @APIResponse(responseCode = "200", description = "A JSON web key set (RFC 7517)")
    public Uni<Response> keys() {
        return call(UpstreamRequest.get("/.well-known/jwks.json"));
    }

    private Uni<Response> call(UpstreamRequest request) {
        return upstream.call(UpstreamService.AUTH, request).map(RelayMapper::relay);
    }
}
