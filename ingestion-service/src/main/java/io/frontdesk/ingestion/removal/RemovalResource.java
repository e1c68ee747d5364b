package io.frontdesk.ingestion.removal;

import io.frontdesk.contracts.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Removes all that this service keeps of a tenant. Answered when it is done; may be asked again. */
@Path("/internal/v1/tenants/{tenant}")
@RolesAllowed(Scope.Names.OPERATOR)
class RemovalResource {
    private final Belongings belongings;

    RemovalResource(Belongings belongings) {
        this.belongings = belongings;
    }

    @DELETE
    public Uni<Void> remove(UUID tenant) {
        return belongings.remove(tenant);
    }
}
