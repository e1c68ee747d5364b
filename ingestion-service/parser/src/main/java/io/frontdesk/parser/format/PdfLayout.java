package io.frontdesk.parser.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How a PDF is set: the size of its running text, the sizes of its headings, the distance of its lines. */
final class PdfLayout {

    /** What is this much larger than the running text is a heading; bold, and any larger, too. */
    private static final float HEADING_RATIO = 1.15f;

    private static final float BOLD_HEADING_RATIO = 1.04f;

    private static final int MAX_HEADING_CHARS = 150;
    private static final float LOOSEST_LEADING = 1.6f;
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private final float bodySize;
    private final float leading;
    private final List<Float> headingSizes;

    PdfLayout(List<PdfLine> lines) {
        this.bodySize = bodySize(lines);
        this.leading = leading(lines);
        var sizes = new TreeSet<Float>();
        lines.stream().filter(this::isHeading).forEach(line -> sizes.add(rounded(line)));
        this.headingSizes = List.copyOf(sizes.descendingSet());
    }

    /** From 1, the largest; 0 for what is no heading. */
    int headingLevel(PdfLine line) {
        return isHeading(line) ? headingSizes.indexOf(rounded(line)) + 1 : 0;
    }

    /** Whether the distance between the two is more than from line to line. */
    boolean isGap(PdfLine above, PdfLine line) {
        return line.below(above) > leading * 1.3f * Math.max(above.size(), line.size());
    }

    boolean isSameSize(PdfLine one, PdfLine other) {
        return Math.abs(one.size() - other.size()) <= 0.1f * Math.max(one.size(), other.size());
    }

    private boolean isHeading(PdfLine line) {
        return line.size() >= bodySize * (line.bold() ? BOLD_HEADING_RATIO : HEADING_RATIO)
                && line.text().length() <= MAX_HEADING_CHARS
                && LETTER.matcher(line.text()).find();
    }

    /** The size that most letters have. */
    private static float bodySize(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(rounded(line), line.text().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Line distance by letter size, as close as the closest fifth of the lines stand. */
    private static float leading(List<PdfLine> lines) {
        var ratios = new ArrayList<Float>();
        for (int i = 1; i < lines.size(); i++) {
            float ratio = lines.get(i).below(lines.get(i - 1)) / lines.get(i).size();
            if (ratio > 0.8f && ratio < 3) {
                ratios.add(ratio);
            }
        }
        ratios.sort(null);
        return ratios.isEmpty() ? LOOSEST_LEADING : Math.min(ratios.get(ratios.size() / 5), LOOSEST_LEADING);
    }

    private static float rounded(PdfLine line) {
        return Math.round(line.size() * 4) / 4f;
    }
}
