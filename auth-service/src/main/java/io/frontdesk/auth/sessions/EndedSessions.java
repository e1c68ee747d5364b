package io.frontdesk.auth.sessions;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The sessions of all tenants that have ended. */
public interface EndedSessions {
    /** Forgets some that ended before a time; returns how many. */
    Uni<Integer> forget(Instant endedBefore, int limit);
}
