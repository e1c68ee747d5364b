package io.frontdesk.bench.load;

import org.HdrHistogram.Histogram;

/** Of some times, in milliseconds; all 0 where there are none. */
public record Percentiles(double p50Millis, double p95Millis, double p99Millis) {
    public static final Percentiles NONE = new Percentiles(0, 0, 0);

    static Percentiles of(Histogram nanos) {
        return nanos.getTotalCount() == 0
                ? NONE
                : new Percentiles(millis(nanos, 50), millis(nanos, 95), millis(nanos, 99));
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
