package io.frontdesk.generation.removal;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.database.TenantRemoval;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Removes all that this service keeps of a tenant. Answered when it is done; may be asked again. */
@Path("/internal/v1/tenants/{tenant}")
@RolesAllowed(Scope.Names.OPERATOR)
class RemovalResource {
    private final TenantRemoval removal;

    RemovalResource(TenantRemoval removal) {
        this.removal = removal;
    }

    @DELETE
    public Uni<Void> remove(UUID tenant) {
        return removal.remove(tenant);
    }
}
