package io.frontdesk.gateway.admission;

import java.time.Duration;

/** How often something happened within a stretch of time, in 60 slots and the one that may still be within by a part. */
final class SlidingCount {
    static final int SLOTS = 60;

    private final int[] counts = new int[SLOTS + 1];
    private final long width;
    private long last;
    private int total;

    SlidingCount(Duration window) {
        this.width = Math.max(1, window.toMillis() / SLOTS);
    }

    /** Once, now; times are milliseconds that never go back. */
    void add(long now) {
        slide(now);
        counts[slot(last)]++;
        total++;
    }

    int total(long now) {
        slide(now);
        return total;
    }

    private void slide(long now) {
        long present = now / width;
        for (long slot = Math.max(last + 1, present - SLOTS); slot <= present; slot++) {
            total -= counts[slot(slot)];
            counts[slot(slot)] = 0;
        }
        last = Math.max(last, present);
    }

    private int slot(long slot) {
        return (int) (slot % counts.length);
    }
}
