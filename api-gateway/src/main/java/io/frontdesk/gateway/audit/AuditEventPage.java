package io.frontdesk.gateway.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of the audit trail. */
public record AuditEventPage(
        List<AuditEvent> data, @Nullable String nextCursor) {
    /**
     * Something that was done.
     *
     * @param actor the subject that did it
     * @param target what it was done to
     * @param outcome whether it was done, or refused
     * @param requestId the request that it was done in
     */
    public record AuditEvent(
            UUID id,
            Instant at,
            String action,
            String actor,
            @Nullable String target,
            String outcome,
            @Nullable String requestId,
            Map<String, Object> details) {}
}
