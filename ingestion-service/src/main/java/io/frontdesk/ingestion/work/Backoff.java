package io.frontdesk.ingestion.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Pauses between attempts: doubling from the first to the longest, each shortened at random by up to a half, so that what
 * failed together does not come back together.
 *
 * @param random from 0 to 1
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {
    static Backoff of(WorkConfig config) {
        return new Backoff(config.firstPause(), config.longestPause(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** As long as was asked for, where that is longer than the pause. */
    Duration after(int failures, Duration asked) {
        Duration pause = after(failures);
        return asked.compareTo(pause) > 0 ? asked : pause;
    }

    /** The pause after the given number of failures, from 1. */
    Duration after(int failures) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, failures - 1));
        double pause = Math.min(doubled, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(pause * (1 - random.getAsDouble() / 2)));
    }
}
