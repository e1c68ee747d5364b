package io.frontdesk.bench.figures;

import java.util.List;

/**
 * What a scenario came to.
 *
 * @param load how the targets were asked
 * @param series the baseline first
 */
public record Comparison(String scenario, String load, List<Series> series) {
    public Comparison {
        series = List.copyOf(series);
    }

    public Series baseline() {
        return series.getFirst();
    }
}
