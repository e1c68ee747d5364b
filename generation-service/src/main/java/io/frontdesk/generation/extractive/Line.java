package io.frontdesk.generation.extractive;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a passage and what it is. Passages carry lists and tables as plain text, an item or a row a line.
 *
 * @param text stripped
 */
record Line(Kind kind, String text) {
    enum Kind {
        BLANK,
        TEXT,
        BULLET,
        STEP,
        ROW
    }

    private static final String BULLETS = "-*•–‣◦▪●·";
    private static final int LONGEST_NUMBER = 3;

    static List<Line> of(String passage) {
        List<Line> lines = new ArrayList<>();
        for (String raw : passage.lines().toList()) {
            String text = raw.strip();
            if (!isRule(text)) {
                lines.add(new Line(kind(text), text));
            }
        }
        return lines;
    }

    private static Kind kind(String text) {
        if (text.isEmpty()) {
            return Kind.BLANK;
        }
        if (text.contains(" | ") || text.indexOf('\t') > 0) {
            return Kind.ROW;
        }
        if (text.length() > 2 && BULLETS.indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ') {
            return Kind.BULLET;
        }
        return isNumbered(text) ? Kind.STEP : Kind.TEXT;
    }

    /** "1. Open the lid", "2) Close it". */
    private static boolean isNumbered(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0
                && digits <= LONGEST_NUMBER
                && digits + 2 < text.length()
                && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
                && text.charAt(digits + 1) == ' ';
    }

    /** The line below the head of a Markdown table. */
    private static boolean isRule(String text) {
        return text.indexOf('-') >= 0 && text.indexOf('|') >= 0 && text.chars().allMatch(c -> "-|: ".indexOf(c) >= 0);
    }
}
