package io.frontdesk.auth.audit;

import io.frontdesk.auth.PageRequest;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail: of the caller's own tenant, and, for the operator, of any. */
@Path("/internal/v1")
public class AuditResource {
    private final AuditTrail trail;
    private final CurrentCaller caller;

    AuditResource(AuditTrail trail, CurrentCaller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Path("/audit-events")
    @RolesAllowed(Scope.Names.ADMIN)
    public Uni<AuditPage> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return page(caller.get().tenantId(), PageRequest.parse(limit, cursor));
    }

    @GET
    @Path("/tenants/{tenant}/audit-events")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<AuditPage> listOf(
            UUID tenant, @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return page(tenant, PageRequest.parse(limit, cursor));
    }

    private Uni<AuditPage> page(UUID tenant, PageRequest page) {
        return trail.list(tenant, page).map(found -> AuditPage.of(found, page.limit()));
    }
}
