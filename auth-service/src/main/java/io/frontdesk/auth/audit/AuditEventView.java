package io.frontdesk.auth.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event as it is read, and as it is told to the world.
 *
 * @param outcome {@code succeeded} or {@code failed}
 */
record AuditEventView(
        UUID id,
        Instant at,
        String action,
        String actor,
        String target,
        String outcome,
        String requestId,
        Map<String, String> details) {
    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.at(),
                event.action().wireName(),
                event.actor(),
                event.target(),
                event.outcome(),
                event.requestId(),
                event.details());
    }
}
