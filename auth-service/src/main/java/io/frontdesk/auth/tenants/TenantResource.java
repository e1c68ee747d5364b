package io.frontdesk.auth.tenants;

import io.frontdesk.contracts.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The operator's tenants. */
@Path("/internal/v1")
public class TenantResource {
    private final Tenants tenants;

    TenantResource(Tenants tenants) {
        this.tenants = tenants;
    }

    @POST
    @Path("/tenants")
    @RolesAllowed(Scope.Names.OPERATOR)
    @ResponseStatus(201)
    public Uni<TenantView> create(NewTenant request) {
        return tenants.create(request.checkedName(), request.checkedPlan()).map(TenantView::of);
    }
}
