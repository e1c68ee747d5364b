package io.frontdesk.e2e.rolling;

import java.time.Instant;

/**
 * What became of one request.
 *
 * @param what was asked
 * @param began when it was sent, of {@link System#nanoTime}
 * @param spoke when the first of its text came; as late as can be where none did before the end
 * @param how {@link #DONE}, {@link #INCOMPLETE}, or what went wrong
 */
record Outcome(String what, String gateway, Instant at, long began, long spoke, long ended, String how) {
    static final String DONE = "done";

    /** Ended by {@code answer.incomplete}. */
    static final String INCOMPLETE = "incomplete";

    boolean isDone() {
        return how.equals(DONE);
    }

    /** Whether some of its text had come, and not all. */
    boolean wasSpeaking(long moment) {
        return spoke - moment < 0 && ended - moment > 0;
    }
}
