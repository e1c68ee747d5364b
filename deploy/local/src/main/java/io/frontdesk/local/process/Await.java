package io.frontdesk.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for a condition of another process, which tells nobody when it comes true. */
public final class Await {
    private static final long POLL_MILLIS = 50;

    private Await() {}

    public static void until(Duration atMost, BooleanSupplier condition, Supplier<Failure> otherwise) {
        if (!met(atMost, condition)) {
            throw otherwise.get();
        }
    }

    public static boolean met(Duration atMost, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
