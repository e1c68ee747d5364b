package io.frontdesk.bench.figures;

import java.util.Arrays;
import java.util.Locale;

/** The middle of some values, and how far they lie apart. */
public record Spread(double median, double min, double max) {
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Of each value over the one of the same round: what changed between rounds falls out. */
    public static Spread ofRatios(double[] values, double[] baseline) {
        if (values.length != baseline.length) {
            throw new IllegalArgumentException("rounds differ: %d and %d".formatted(values.length, baseline.length));
        }
        var ratios = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ratios[i] = values[i] / baseline[i];
        }
        return of(ratios);
    }

    /** {@code median (min-max)}. */
    @Override
    public String toString() {
        return "%s (%s-%s)".formatted(rounded(median), rounded(min), rounded(max));
    }

    /** Three digits that say something. */
    private static String rounded(double value) {
        var format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
