package io.frontdesk.ingestion.web;

import java.time.Instant;

/**
 * A robots.txt as a host gave it.
 *
 * @param status that it was answered with; 0 where there was no answer
 */
// Handed on and thrown away; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
public record RobotsText(int status, byte[] content, Instant readAt) {
    /** Whether there was an answer. */
    boolean isAnswered() {
        return status != 0;
    }

    /** Whether there is one by which one may go. */
    boolean isRead() {
        return status >= 200 && status < 300 || status >= 400 && status < 500;
    }
}
