package io.frontdesk.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of columns; the first line is the head. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    public Table(String... head) {
        lines.add(List.of(head));
    }

    public void add(String... cells) {
        if (cells.length != lines.getFirst().size()) {
            throw new IllegalArgumentException("%d cells under %d heads"
                    .formatted(cells.length, lines.getFirst().size()));
        }
        lines.add(List.of(cells));
    }

    /** A comparison, medians with the least and the most of all rounds. */
    public static Table of(Comparison comparison) {
        var table = new Table("target", "req/s", "p50 ms", "p95 ms", "p99 ms", "errors", "rate x", "p50 x", "p99 x");
        for (var series : comparison.series()) {
            table.add(
                    series.target(),
                    series.rate().toString(),
                    series.p50().toString(),
                    series.p95().toString(),
                    series.p99().toString(),
                    String.valueOf(series.errors()),
                    series.rateOver(comparison.baseline()).toString(),
                    series.p50Over(comparison.baseline()).toString(),
                    series.p99Over(comparison.baseline()).toString());
        }
        return table;
    }

    @Override
    public String toString() {
        return lines.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(width(column) - cells.get(column).length()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private int width(int column) {
        return lines.stream()
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }
}
