package io.frontdesk.auth.audit;

import io.frontdesk.auth.problem.AuthError;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was done in a tenant. */
@ApplicationScoped
class AuditTrail {
    private final PgAuditStore store;

    AuditTrail(PgAuditStore store) {
        this.store = store;
    }

    /**
     * Newest first, one more than the limit where there are further ones; fails with {@link AuthError.NotFound} where there is
     * no such tenant.
     *
     * @param before the last event that is known already
     */
    Uni<List<AuditEvent>> list(UUID tenant, Optional<UUID> before, int limit) {
        return store.list(tenant, before, limit + 1)
                .map(found -> found.orElseThrow(() -> new AuthError.NotFound("tenant")));
    }
}
