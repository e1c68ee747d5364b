package io.frontdesk.ingestion.work;

import io.frontdesk.kit.resilience.Backoff;
import java.time.Duration;
import java.time.Instant;

/**
 * How a replica leaves the index alone that takes nothing: for a pause that doubles, or as long as the index asks where that
 * is longer. After each pause one document goes first, so that no others are parsed for nothing; all the rest follow when the
 * index has taken one.
 */
final class Rest {
    private final Backoff backoff;
    private int failures;
    private Instant until = Instant.MIN;

    Rest(Backoff backoff) {
        this.backoff = backoff;
    }

    /**
     * Whether another document may begin.
     *
     * @param idle whether none is under way
     */
    synchronized boolean permits(Instant now, boolean idle) {
        return failures == 0 || idle && !now.isBefore(until);
    }

    /** The index takes nothing. Several documents may find that out at a time, which is no worse than one. */
    synchronized void begin(Instant now, Duration asked) {
        if (!now.isBefore(until)) {
            failures++;
        }
        Instant end = now.plus(backoff.after(failures, asked));
        until = end.isAfter(until) ? end : until;
    }

    /** The index has taken something; what it had begun before it asked for patience says nothing. */
    synchronized void end(Instant now) {
        if (!now.isBefore(until)) {
            failures = 0;
        }
    }
}
