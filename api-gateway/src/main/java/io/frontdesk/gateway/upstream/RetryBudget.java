package io.frontdesk.gateway.upstream;

import java.util.function.LongSupplier;

/**
 * How many requests may be tried again: a share of all requests, and a few a second however few those are (after Finagle's
 * {@code RetryBudget}). What is not used is kept, up to a limit, so that an instance that dies with calls under way costs none.
 */
final class RetryBudget {
    private static final double NANOS = 1e9;

    private final double share;
    private final double perSecond;
    private final double most;
    private final LongSupplier nanoTime;
    private double left;
    private long filledAt;

    /**
     * A full one.
     *
     * @param share of the requests, from 0 to 1
     * @param perSecond besides
     * @param most that can be left
     */
    RetryBudget(double share, double perSecond, double most, LongSupplier nanoTime) {
        this.share = share;
        this.perSecond = perSecond;
        this.most = most;
        this.nanoTime = nanoTime;
        this.left = most;
        this.filledAt = nanoTime.getAsLong();
    }

    /** A request is made. */
    synchronized void request() {
        add(share);
    }

    /** Whether one of them may be tried again, which it is from then on. */
    synchronized boolean retry() {
        long now = nanoTime.getAsLong();
        add((now - filledAt) / NANOS * perSecond);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    private void add(double retries) {
        left = Math.min(most, left + retries);
    }
}
