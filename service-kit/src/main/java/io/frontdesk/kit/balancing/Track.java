package io.frontdesk.kit.balancing;

import io.smallrye.stork.spi.CallStatisticsCollector;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one instance did lately, and whether it is left out for it. One that cannot be reached is ejected at once, one that answers
 * with errors after five in a row; for a second first, for twice as long each time after. Then a single call probes it: the next
 * follows only when that one went well, or after as long again. One that says it is about to stop is left out for the longest time.
 */
final class Track implements CallStatisticsCollector {
    private static final int ERRORS = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private int busy;
    private int errors;
    private int ejections;
    private boolean probed;
    private long outUntil;
    private long awayUntil;
    private long outSince;

    Track(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.awayUntil = nanoTime.getAsLong();
        this.outSince = awayUntil;
    }

    /** Calls that have not ended. */
    synchronized int busy() {
        return busy;
    }

    /** Whether it may be asked now. */
    synchronized boolean isIn() {
        return out() <= 0;
    }

    /** How long it is still left out, in nanoseconds; negative once it may be asked. */
    synchronized long out() {
        long now = nanoTime.getAsLong();
        return Math.max(awayUntil - now, ejections == 0 ? 0 : outUntil - now);
    }

    /** How long ago it failed, or said that it is about to stop, in nanoseconds. */
    synchronized long age() {
        return nanoTime.getAsLong() - outSince;
    }

    /** It is about to stop, however well calls end that it has taken. */
    synchronized void leave() {
        outSince = nanoTime.getAsLong();
        awayUntil = outSince + LONGEST.toNanos();
    }

    @Override
    public synchronized void recordStart(long instance, boolean measured) {
        busy++;
        if (ejections > 0 && isIn()) {
            probed = true;
            outUntil = nanoTime.getAsLong() + pause();
        }
    }

    /**
     * A call has ended.
     *
     * @param failure what the instance did wrong; with a {@link CancellationException}, nobody knows; null for an answer
     */
    @Override
    public synchronized void recordEnd(long instance, @Nullable Throwable failure) {
        busy = Math.max(0, busy - 1);
        if (failure == null) {
            errors = 0;
            ejections = 0;
            probed = false;
        } else if (Unreachable.isGone(failure) || (!(failure instanceof CancellationException) && ++errors >= ERRORS)) {
            eject();
        }
    }

    private void eject() {
        if (ejections == 0 || probed) {
            ejections++;
        }
        errors = 0;
        probed = false;
        outSince = nanoTime.getAsLong();
        outUntil = outSince + pause();
    }

    private long pause() {
        return Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(ejections - 1, 4));
    }
}
