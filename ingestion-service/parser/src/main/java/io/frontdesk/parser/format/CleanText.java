package io.frontdesk.parser.format;

import org.jspecify.annotations.Nullable;

/** Makes text fit to be stored and searched: what cannot be seen, or cannot be encoded, is not in it. */
final class CleanText {

    private static final int SOFT_HYPHEN = 0x00AD;

    private CleanText() {}

    /** The text on one line: every run of whitespace is one space, none at the ends. */
    static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isSpace(c)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else {
                appendVisible(clean, c);
            }
        });
        return clean.toString().stripTrailing();
    }

    /** The text with its line breaks and indentation, without blank lines around it. */
    static String lines(String text) {
        var clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                clean.append((char) c);
            } else if (isSpace(c)) {
                clean.append(' ');
            } else {
                appendVisible(clean, c);
            }
        });
        return withoutBlankLinesAround(clean.toString());
    }

    private static String withoutBlankLinesAround(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }

    private static void appendVisible(StringBuilder clean, int c) {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            clean.append('\uFFFD'); // half a pair cannot be encoded
        } else if (c != SOFT_HYPHEN && !isInvisible(c)) {
            clean.appendCodePoint(c);
        }
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> true;
            // Zero width joiners are part of words and emoji, the rest of this category only steers layout.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
