package io.frontdesk.generation.analytics;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How long answers took.
 *
 * @param counts by bucket, of which bucket b holds 2^(b/8) to 2^((b+1)/8) milliseconds
 */
record Histogram(SortedMap<Integer, Long> counts) {
    private static final double BUCKETS_PER_DOUBLING = 8;

    /** The middle of the bucket in which the given share of all ends; absent where there is none. */
    @Nullable
    Integer percentile(double share) {
        double wanted =
                share * counts.values().stream().mapToLong(Long::longValue).sum();
        long passed = 0;
        for (var bucket : counts.entrySet()) {
            passed += bucket.getValue();
            if (passed >= wanted) {
                return (int) Math.round(Math.pow(2, (bucket.getKey() + 0.5) / BUCKETS_PER_DOUBLING));
            }
        }
        return null;
    }
}
