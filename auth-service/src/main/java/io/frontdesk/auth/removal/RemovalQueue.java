package io.frontdesk.auth.removal;

import io.frontdesk.auth.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Tenants that are to be removed. Everything may be done twice, by whoever thinks that the other is gone. */
public interface RemovalQueue {
    /** Takes one for a while. */
    Uni<Optional<Removal>> next(Duration lease);

    /** Notes that a service has removed what it kept. */
    Uni<Void> done(UUID tenant, String service);

    /** Gives one back, to be taken again after a while. */
    Uni<Void> retryAfter(UUID tenant, Duration pause);

    /** Removes all that is left of a tenant here, and keeps the event that tells of it. */
    Uni<Void> finish(UUID tenant, AuditEvent event);
}
