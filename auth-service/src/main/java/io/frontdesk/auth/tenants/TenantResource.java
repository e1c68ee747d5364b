package io.frontdesk.auth.tenants;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.auth.plans.Plans;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The operator's tenants. */
@Path("/internal/v1")
@RolesAllowed(Scope.Names.OPERATOR)
public class TenantResource {
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
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.parse(limit, cursor);
        return tenants.list(page).map(found -> TenantPage.of(found, page.limit()));
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
