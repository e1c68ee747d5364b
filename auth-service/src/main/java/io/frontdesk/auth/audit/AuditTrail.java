package io.frontdesk.auth.audit;

import io.frontdesk.auth.PageRequest;
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
     */
    Uni<List<AuditEvent>> list(UUID tenant, PageRequest page) {
        return store.list(tenant, page.isFirst() ? Optional.empty() : Optional.of(page.after()), page.limit() + 1)
                .map(found -> found.orElseThrow(() -> new AuthError.NotFound("tenant")));
    }
}
