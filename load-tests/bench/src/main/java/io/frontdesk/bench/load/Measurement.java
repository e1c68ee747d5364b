package io.frontdesk.bench.load;

/**
 * What one round of load on one target came to.
 *
 * @param replies right ones; latencies and the rate are theirs
 * @param errors other replies, and none at all
 * @param firstWord until the first word of right replies, for targets where that is looked for
 * @param firstError empty where there is none
 */
public record Measurement(
        long replies,
        long errors,
        double seconds,
        double p50Millis,
        double p95Millis,
        double p99Millis,
        Percentiles firstWord,
        String firstError) {
    /** Right replies a second. */
    public double rate() {
        return seconds > 0 ? replies / seconds : 0;
    }
}
