package io.frontdesk.auth.sessions;

import java.time.Instant;
import java.util.UUID;

/**
 * A session of a user, from a login until it ends.
 *
 * @param generation of the user's sessions when it began
 */
record Session(UUID id, UUID tenantId, UUID userId, long generation, Instant endsAt) {
    String subject() {
        return "user:" + userId;
    }

    /** As the target of what is accounted for. */
    String target() {
        return "session:" + id;
    }
}
