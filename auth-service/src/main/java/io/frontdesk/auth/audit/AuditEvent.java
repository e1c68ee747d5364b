package io.frontdesk.auth.audit;

import io.frontdesk.contracts.Ids;
import io.frontdesk.kit.request.RequestIds;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that was done, or tried.
 *
 * @param actor the subject who did it, or {@code anonymous} where nobody is known yet
 * @param target what it was done to, such as {@code key:<id>}
 * @param requestId of the request, empty where there was none
 * @param details what else is worth knowing; never a secret
 */
public record AuditEvent(
        UUID id,
        UUID tenantId,
        Instant at,
        Action action,
        String actor,
        String target,
        boolean succeeded,
        String requestId,
        Map<String, String> details) {
    public static final String ANONYMOUS = "anonymous";

    static final String SUCCEEDED = "succeeded";

    public AuditEvent {
        details = Map.copyOf(details);
    }

    /** Something that was done by the request at hand. */
    public static AuditEvent of(UUID tenantId, Instant at, Action action, String actor, String target) {
        String request = RequestIds.current();
        return new AuditEvent(
                Ids.next(), tenantId, at, action, actor, target, true, request == null ? "" : request, Map.of());
    }

    String outcome() {
        return succeeded ? SUCCEEDED : "failed";
    }

    /** The same, tried in vain. */
    public AuditEvent failed() {
        return new AuditEvent(id, tenantId, at, action, actor, target, false, requestId, details);
    }

    public AuditEvent with(Map<String, String> more) {
        return new AuditEvent(id, tenantId, at, action, actor, target, succeeded, requestId, more);
    }
}
