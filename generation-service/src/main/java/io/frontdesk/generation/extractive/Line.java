package io.frontdesk.generation.extractive;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a passage and what it is. Passages carry lists and tables as plain text, an item or a row a line.
 *
 * @param text stripped, but for code, whose indentation matters
 */
record Line(Kind kind, String text) {
    enum Kind {
        BLANK,
        TEXT,
        BULLET,
        STEP,
        ROW,
        CODE;

        private boolean isOfList() {
            return this == BULLET || this == STEP;
        }
    }

    private static final String BULLETS = "-*•–‣◦▪●·";
    private static final int LONGEST_NUMBER = 3;

    /** From which indentation on text is code, as in Markdown; within a list it goes on with the item above. */
    private static final String INDENTED = "    ";

    static List<Line> of(String passage) {
        List<Line> lines = new ArrayList<>();
        for (String raw : passage.lines().toList()) {
            if (!isRule(raw.strip())) {
                read(raw, lines);
            }
        }
        return lines;
    }

    private static void read(String raw, List<Line> lines) {
        Kind above = lines.isEmpty() ? Kind.BLANK : lines.getLast().kind;
        String text = raw.strip();
        Kind kind = kind(text);
        boolean indented = Character.isWhitespace(raw.isEmpty() ? 'x' : raw.charAt(0)) && kind != Kind.BLANK;
        if (indented && above.isOfList() && kind == Kind.TEXT) {
            lines.add(new Line(above, lines.removeLast().text + " " + text));
        } else if (indented && above.isOfList() && kind.isOfList()) {
            lines.add(new Line(above, text));
        } else if (kind == Kind.TEXT && (raw.startsWith(INDENTED) || raw.startsWith("\t"))) {
            lines.add(new Line(Kind.CODE, raw.stripTrailing()));
        } else {
            lines.add(new Line(kind, text));
        }
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
