package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leaves out what leads through a PDF and says nothing: the highest and lowest line where most pages agree, page numbers,
 * the lines of a table of contents.
 */
final class RunningLines {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)(?:page|p\\.)?\\s*[-–]?\\s*\\d{1,4}\\s*(?:(?:of|/)\\s*\\d{1,4}|[-–])?");
    private static final Pattern CONTENTS_ENTRY = Pattern.compile(".*(?:\\. ?){5}\\s*\\d{1,4}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private RunningLines() {}

    /** The lines without the running ones. */
    static List<PdfLine> without(List<PdfLine> lines) {
        var edges = edges(lines);
        long pages = lines.stream().mapToInt(PdfLine::page).distinct().count();
        Map<String, Integer> seen = new HashMap<>();
        edges.forEach(line -> seen.merge(withoutNumbers(line), 1, Integer::sum));
        Set<PdfLine> running = edges.stream()
                .filter(line -> PAGE_NUMBER.matcher(line.text()).matches() || isOnMost(seen, line, pages))
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !running.contains(line))
                .filter(line -> !CONTENTS_ENTRY.matcher(line.text()).matches())
                .toList();
    }

    private static Set<PdfLine> edges(List<PdfLine> lines) {
        var byPage = lines.stream().collect(Collectors.groupingBy(PdfLine::page));
        var edges = new HashSet<PdfLine>();
        var fromTop = Comparator.comparing(PdfLine::y);
        for (var page : new ArrayList<>(byPage.values())) {
            page.stream().min(fromTop).ifPresent(edges::add);
            page.stream().max(fromTop).ifPresent(edges::add);
        }
        return edges;
    }

    private static boolean isOnMost(Map<String, Integer> seen, PdfLine line, long pages) {
        int times = seen.getOrDefault(withoutNumbers(line), 0);
        return times >= 2 && times * 2L > pages;
    }

    /** With the size: a title may say the same as the small line above each page. */
    private static String withoutNumbers(PdfLine line) {
        return Math.round(line.size()) + " " + DIGITS.matcher(line.text()).replaceAll("#");
    }
}
