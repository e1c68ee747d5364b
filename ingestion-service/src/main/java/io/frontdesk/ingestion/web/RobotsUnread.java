package io.frontdesk.ingestion.web;

/** The host's robots.txt cannot be read now, so nothing may be asked of it (RFC 9309, section 2.3.1.4). */
final class RobotsUnread extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RobotsUnread() {
        super("robots.txt", null, false, false);
    }
}
