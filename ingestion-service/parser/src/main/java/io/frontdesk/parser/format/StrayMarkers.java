package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings bullets and numbers back to their items: many programs write all markers of a page after its text. */
final class StrayMarkers {

    private static final Pattern MARKER = Pattern.compile("[•◦▪‣·*–-]|\\(?(?:\\d{1,3}|[a-z])[.)]");

    private StrayMarkers() {}

    /** The lines, each with its marker; what looks like a marker and belongs to no line stays. */
    static List<PdfLine> joined(List<PdfLine> lines) {
        var markers = lines.stream().filter(StrayMarkers::isMarker).collect(Collectors.groupingBy(PdfLine::page));
        Set<PdfLine> used = new HashSet<>();
        var joined = new ArrayList<PdfLine>();
        for (PdfLine line : lines) {
            var marker = isMarker(line) ? Optional.<PdfLine>empty() : of(line, markers.get(line.page()));
            marker.ifPresent(used::add);
            joined.add(marker.map(line::after).orElse(line));
        }
        joined.removeIf(used::contains);
        return joined;
    }

    /** The nearest marker to the left, on the same base line. */
    private static Optional<PdfLine> of(PdfLine line, @Nullable List<PdfLine> markers) {
        return Stream.ofNullable(markers)
                .flatMap(List::stream)
                .filter(marker -> Math.abs(marker.below(line)) < line.size() / 2)
                .filter(marker -> marker.start() < line.start())
                .filter(marker -> Math.abs(line.start() - marker.end()) < 3 * line.size())
                .max(Comparator.comparing(PdfLine::end));
    }

    private static boolean isMarker(PdfLine line) {
        return MARKER.matcher(line.text()).matches();
    }
}
