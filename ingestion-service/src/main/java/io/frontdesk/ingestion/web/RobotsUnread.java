package io.frontdesk.ingestion.web;

/** The host's robots.txt cannot be read now, so nothing may be asked of it (RFC 9309, section 2.3.1.4). */
final class RobotsUnread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean answered;

    RobotsUnread(boolean answered) {
        super("robots.txt", null, false, false);
        this.answered = answered;
    }

    /** Whether the host answers at all. */
    boolean isAnswered() {
        return answered;
    }
}
