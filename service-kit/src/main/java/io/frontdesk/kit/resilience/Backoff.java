package io.frontdesk.kit.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Pauses between attempts: doubling from the first to the longest, each shortened at random, so that what failed together does
 * not come back together.
 *
 * @param share of a pause by which it is shortened at most, from 0 to 1
 * @param random from 0 to 1
 */
public record Backoff(Duration first, Duration longest, double share, DoubleSupplier random) {
    private static final double HALF = 0.5;

    /** Shortened by up to a half. */
    public static Backoff of(Duration first, Duration longest) {
        return of(first, longest, HALF);
    }

    public static Backoff of(Duration first, Duration longest, double share) {
        return new Backoff(
                first, longest, share, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** As long as was asked for, where that is longer than the pause. */
    public Duration after(int failures, Duration asked) {
        Duration pause = after(failures);
        return asked.compareTo(pause) > 0 ? asked : pause;
    }

    /** The pause after the given number of failures, from 1. */
    public Duration after(int failures) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, failures - 1));
        return shortened(Math.min(doubled, (double) longest.toMillis()));
    }

    /** Another pause, shortened at random as these are. */
    public Duration shortened(Duration pause) {
        return shortened((double) pause.toMillis());
    }

    private Duration shortened(double millis) {
        return Duration.ofMillis(Math.round(millis * (1 - random.getAsDouble() * share)));
    }
}
