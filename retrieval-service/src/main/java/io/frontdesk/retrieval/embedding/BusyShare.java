package io.frontdesk.retrieval.embedding;

/**
 * How busy some threads are of late: 1 for each that never rests, as an average that forgets exponentially. Not safe for use
 * by several threads.
 */
final class BusyShare {
    private static final double MEMORY_NANOS = 1e9;

    private double share;
    private long latest;

    /** Begins with nothing to do. */
    BusyShare(long now) {
        this.latest = now;
    }

    /** Some thread was busy for so long, until now. */
    void add(long nanos, long now) {
        share = at(now) + 1 - Math.exp(-nanos / MEMORY_NANOS);
        latest = now;
    }

    double at(long now) {
        return share * Math.exp((latest - now) / MEMORY_NANOS);
    }
}
