package io.frontdesk.auth.tenants;

import io.frontdesk.auth.plans.Plans;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's tenants. */
@Path("/internal/v1")
@RolesAllowed(Scope.Names.OPERATOR)
public class TenantResource {
    private static final int MAX_LIMIT = 100;

    private final Tenants tenants;
    private final Plans plans;
    private final CurrentCaller caller;

    TenantResource(Tenants tenants, Plans plans, CurrentCaller caller) {
        this.tenants = tenants;
        this.plans = plans;
        this.caller = caller;
    }

    @POST
    @Path("/tenants")
    @ResponseStatus(201)
    public Uni<TenantView> create(NewTenant request) {
        return tenants.create(request.checkedName(), request.checkedPlan(plans), actor())
                .map(TenantView::of);
    }

    @GET
    @Path("/tenants")
    public Uni<TenantPage> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") Optional<UUID> after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidField("limit", "must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
        return tenants.list(after, limit).map(found -> TenantPage.of(found, limit));
    }

    @GET
    @Path("/tenants/{tenant}")
    public Uni<TenantView> get(UUID tenant) {
        return tenants.look(tenant).map(TenantView::of);
    }

    @PATCH
    @Path("/tenants/{tenant}")
    public Uni<TenantView> change(UUID tenant, PatchTenant request) {
        return tenants.change(tenant, request.checked(plans), actor()).map(TenantView::of);
    }

    /** Refused everywhere from now on; its data goes in a while. */
    @DELETE
    @Path("/tenants/{tenant}")
    @ResponseStatus(202)
    public Uni<TenantView> delete(UUID tenant) {
        return tenants.delete(tenant, actor()).map(TenantView::of);
    }

    private String actor() {
        return caller.get().subject();
    }
}
