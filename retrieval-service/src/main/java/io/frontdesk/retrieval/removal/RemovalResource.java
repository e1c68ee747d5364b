package io.frontdesk.retrieval.removal;

import io.frontdesk.contracts.Scope;
import io.frontdesk.kit.database.RemovedTenant;
import io.frontdesk.kit.database.TenantRemoval;
import io.frontdesk.retrieval.answers.Clearing;
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
    private final Clearing answers;

    RemovalResource(TenantRemoval removal, Clearing answers) {
        this.removal = removal;
        this.answers = answers;
    }

    @DELETE
    public Uni<Void> remove(UUID tenant) {
        // While it is known which there are: the exact cache is not searched. A removal that was broken off has done it
        // before.
        return answers.clear(tenant)
                .onFailure(RemovedTenant::isCauseOf)
                .recoverWithNull()
                .chain(() -> removal.remove(tenant));
    }
}
