package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Scopes;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** API keys: of the caller's own tenant, and, for the operator, of any. */
@Path("/internal/v1")
public class ApiKeyResource {
    private static final int MAX_LIMIT = 100;

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
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") Optional<UUID> after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidField("limit", "must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
        return keys.list(caller.get().tenantId(), after, limit).map(found -> ApiKeyPage.of(found, limit));
    }

    @DELETE
    @Path("/api-keys/{id}")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(caller.get().tenantId(), id);
    }

    private Uni<ApiKeyView> create(UUID tenant, NewApiKey request) {
        Caller maker = caller.get();
        return keys.create(tenant, request, new Scopes(maker.scopes())).map(ApiKeyView::of);
    }
}
