package io.frontdesk.gateway.exact;

import java.util.function.LongSupplier;

/**
 * How many questions may be answered anew of which it cannot be told whether their answer is known: so many a second, and as many
 * more as usually are answered anew, which is the mean of the last minute in which it could be told. At most a second's worth at once.
 */
final class Unproved {
    private static final double NANOS = 1e9;
    private static final double MEMORY_SECONDS = 60;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private double usual;
    private long toldAt;
    private double left;
    private long filledAt;

    /** @param perSecond however few there usually are */
    Unproved(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.left = perSecond;
        this.toldAt = nanoTime.getAsLong();
        this.filledAt = toldAt;
    }

    /** It could be told of a question whether it has to be answered anew. */
    synchronized void told(boolean anew) {
        long now = nanoTime.getAsLong();
        usual = usual * Math.exp(-(now - toldAt) / NANOS / MEMORY_SECONDS) + (anew ? 1 / MEMORY_SECONDS : 0);
        toldAt = now;
    }

    /** Whether one of which it could not be told may be answered anew, which it is from then on. */
    synchronized boolean mayBeAnswered() {
        long now = nanoTime.getAsLong();
        double rate = perSecond + usual;
        left = Math.min(Math.max(1, rate), left + (now - filledAt) / NANOS * rate);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
