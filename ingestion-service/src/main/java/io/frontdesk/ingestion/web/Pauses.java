package io.frontdesk.ingestion.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses with jitter, so that what was begun together does not come back together. */
@ApplicationScoped
class Pauses {
    private final Duration first;
    private final Duration longest;

    Pauses(WebConfig config) {
        this.first = config.firstPause();
        this.longest = config.longestFailurePause();
    }

    /** The pause after so many failures, from 1: doubling, and no shorter than what was asked for. */
    Duration after(int failures, Duration asked) {
        double doubled = first.toMillis() * Math.pow(2, failures - 1.0);
        Duration pause = jittered(Duration.ofMillis((long) Math.min(doubled, longest.toMillis())));
        return pause.compareTo(asked) > 0 ? pause : asked;
    }

    /** Shorter at random by up to a tenth. */
    Duration jittered(Duration pause) {
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.9, 1)));
    }
}
