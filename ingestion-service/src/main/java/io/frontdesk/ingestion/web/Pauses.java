package io.frontdesk.ingestion.web;

import io.frontdesk.kit.resilience.Backoff;

/** Pauses between visits: shortened by less than those between other attempts, since hosts ask for them. */
final class Pauses {
    private static final double TENTH = 0.1;

    private Pauses() {}

    static Backoff of(WebConfig config) {
        return Backoff.of(config.firstPause(), config.longestFailurePause(), TENTH);
    }
}
