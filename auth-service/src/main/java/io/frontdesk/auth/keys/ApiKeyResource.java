package io.frontdesk.auth.keys;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** API keys: of the caller's own tenant, and, for the operator, of any. */
@Path("/internal/v1")
public class ApiKeyResource {
    private final ApiKeys keys;
    private final CurrentCaller caller;

    ApiKeyResource(ApiKeys keys, CurrentCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @POST
    @Path("/api-keys")
    @RolesAllowed(Scope.Names.ADMIN)
    @ResponseStatus(201)
    public Uni<ApiKeyView> create(NewApiKey request) {
        return create(caller.get().tenantId(), request);
    }

    @POST
    @Path("/tenants/{tenant}/api-keys")
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(201)
    public Uni<ApiKeyView> createFor(UUID tenant, NewApiKey request) {
        return create(tenant, request);
    }

    @GET
    @Path("/api-keys")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<ApiKeyPage> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.parse(limit, cursor);
        return keys.list(caller.get().tenantId(), page).map(found -> ApiKeyPage.of(found, page.limit()));
    }

    @GET
    @Path("/api-keys/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<ApiKeyView> get(UUID id) {
        return keys.get(caller.get().tenantId(), id).map(ApiKeyView::of);
    }

    @POST
    @Path("/api-keys/{id}/rotate")
    @RolesAllowed(Scope.Names.ADMIN)
    @ResponseStatus(201)
    public Uni<ApiKeyView> rotate(UUID id, KeyRotation request) {
        return keys.rotate(caller.get(), id, request.checkedOverlap()).map(ApiKeyView::of);
    }

    @DELETE
    @Path("/api-keys/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(caller.get(), id);
    }

    private Uni<ApiKeyView> create(UUID tenant, NewApiKey request) {
        return keys.create(tenant, request, caller.get()).map(ApiKeyView::of);
    }
}
