package io.frontdesk.ingestion.web;

/** The host's robots.txt does not let us ask this. */
final class RobotsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RobotsRefused() {
        super("robots.txt", null, false, false);
    }
}
