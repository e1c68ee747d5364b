package io.frontdesk.auth.audit;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;

/** The audit trail: of the caller's own tenant, and, for the operator, of any. */
@Path("/internal/v1")
public class AuditResource {
    private static final int MAX_LIMIT = 100;

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
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") Optional<UUID> before) {
        return page(caller.get().tenantId(), before, limit);
    }

    @GET
    @Path("/tenants/{tenant}/audit-events")
    @RolesAllowed(Scope.Names.OPERATOR)
    public Uni<AuditPage> listOf(
            UUID tenant,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") Optional<UUID> before) {
        return page(tenant, before, limit);
    }

    private Uni<AuditPage> page(UUID tenant, Optional<UUID> before, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidField("limit", "must be 1 to " + MAX_LIMIT + ", is " + limit);
        }
        return trail.list(tenant, before, limit).map(found -> AuditPage.of(found, limit));
    }
}
