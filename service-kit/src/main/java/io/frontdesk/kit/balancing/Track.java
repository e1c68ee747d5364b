package io.frontdesk.kit.balancing;

import io.smallrye.stork.spi.CallStatisticsCollector;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one instance did lately, and whether it is left out for it. One that cannot be reached is ejected at once; one that answers
 * with errors after five in a row, or where 12 more of its last 32 calls failed than of the best of its peers: what fails for all
 * alike is not the instance's fault. For a second first, for twice as long each time after, until it fails like its peers. Then a single
 * call probes it: the next follows only when that one went well, or after as long again. One that says it is about to stop is left out
 * for the longest time.
 */
final class Track implements CallStatisticsCollector {
    private static final int FIVE_IN_A_ROW = 0b11111;
    private static final int MORE = 12;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final IntSupplier failuresOfTheBest;
    private int busy;

    /** A bit for each of the last 32 calls, the latest the lowest, set where it failed. */
    private volatile int lately;

    private volatile boolean ejected;
    private boolean askedSince;
    private int ejections;
    private long outUntil;
    private long awayUntil;
    private long outSince;

    /** @param failuresOfTheBest the fewest {@link #failures} among its service's instances that are not ejected */
    Track(LongSupplier nanoTime, IntSupplier failuresOfTheBest) {
        this.nanoTime = nanoTime;
        this.failuresOfTheBest = failuresOfTheBest;
        this.awayUntil = nanoTime.getAsLong();
        this.outSince = awayUntil;
    }

    /** Calls that have not ended. */
    synchronized int busy() {
        return busy;
    }

    /** How many of its last 32 calls failed. Needs no lock, like {@link #isEjected}: peers ask each other while they hold theirs. */
    int failures() {
        return Integer.bitCount(lately);
    }

    /** Whether it has not answered a call that began since it failed. */
    boolean isEjected() {
        return ejected;
    }

    /** Whether it may be asked now. */
    synchronized boolean isIn() {
        long now = nanoTime.getAsLong();
        return now - awayUntil >= 0 && (!ejected || now - outUntil >= 0);
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
        if (ejected) {
            askedSince = true;
            if (isIn()) {
                outUntil = nanoTime.getAsLong() + pause();
            }
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
            succeed();
        } else if (!(failure instanceof CancellationException)) {
            fail(failure);
        }
    }

    /** What was under way when it failed says nothing of how it answers now. */
    private void succeed() {
        lately = lately << 1;
        if (askedSince) {
            ejected = false;
        }
        if (!ejected && !failsMore()) {
            ejections = 0;
        }
    }

    private void fail(Throwable failure) {
        boolean gone = Unreachable.isGone(failure);
        // What comes back from that has been started anew.
        lately = gone ? 0 : lately << 1 | 1;
        if (gone || ejected || (lately & FIVE_IN_A_ROW) == FIVE_IN_A_ROW || failsMore()) {
            eject();
        }
    }

    /** Peers are asked only where it matters, since every call that ends comes here. */
    private boolean failsMore() {
        int failed = failures();
        return failed >= MORE && failed - failuresOfTheBest.getAsInt() >= MORE;
    }

    /** For longer where it had its time before; what was under way when it failed first fails with it. */
    private void eject() {
        long now = nanoTime.getAsLong();
        if (ejections == 0 || now - outSince >= pause()) {
            ejections++;
        }
        ejected = true;
        askedSince = false;
        outSince = now;
        outUntil = now + pause();
    }

    private long pause() {
        return Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(ejections - 1, 4));
    }
}
