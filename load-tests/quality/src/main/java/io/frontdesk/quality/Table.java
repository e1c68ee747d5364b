package io.frontdesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a name and figures; the first line is the head. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... head) {
        add(head);
    }

    void add(String... cells) {
        lines.add("%-28s".formatted(cells[0])
                + List.of(cells).subList(1, cells.length).stream()
                        .map("%9s"::formatted)
                        .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
