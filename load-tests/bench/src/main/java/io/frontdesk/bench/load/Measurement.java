package io.frontdesk.bench.load;

/**
 * What one round of load on one target came to.
 *
 * @param replies right ones; latencies and the rate are theirs
 * @param errors other replies, and none at all; refusals are among them
 * @param firstWord until the first word of right replies, for targets where that is looked for
 * @param firstError empty where there is none
 * @param refusals of a busy target
 */
public record Measurement(
        long replies,
        long errors,
        double seconds,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        Percentiles firstWord,
        String firstError,
        Refusals refusals) {
    /**
     * Replies with status 503.
     *
     * @param withoutRetryAfter those that do not say when to come again
     * @param times until they came
     */
    public record Refusals(long count, long withoutRetryAfter, Percentiles times) {
        public static final Refusals NONE = new Refusals(0, 0, Percentiles.NONE);
    }

    public Measurement(
            long replies,
            long errors,
            double seconds,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            Percentiles firstWord,
            String firstError) {
        this(replies, errors, seconds, p50Millis, p95Millis, p99Millis, firstWord, firstError, Refusals.NONE);
    }

    /** Right replies a second. */
    public double rate() {
        return seconds > 0 ? replies / seconds : 0;
    }
}
