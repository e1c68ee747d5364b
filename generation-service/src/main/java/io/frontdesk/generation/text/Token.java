package io.frontdesk.generation.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a number or a symbol of a text.
 *
 * @param text as it stands there
 * @param lower in lower case
 */
public record Token(String text, String lower, Kind kind) {
    public enum Kind {
        WORD,
        NUMBER,
        SYMBOL
    }

    /** The tokens of a text in their order, white space left out. */
    public static List<Token> of(String text) {
        BreakIterator boundaries = BreakIterator.getWordInstance(ULocale.ENGLISH);
        boundaries.setText(text);
        List<Token> tokens = new ArrayList<>();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            String part = text.substring(start, end);
            if (!part.isBlank()) {
                tokens.add(new Token(part, part.toLowerCase(Locale.ROOT), kind(boundaries.getRuleStatus())));
            }
        }
        return tokens;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    private static Kind kind(int ruleStatus) {
        if (ruleStatus < BreakIterator.WORD_NONE_LIMIT) {
            return Kind.SYMBOL;
        }
        return ruleStatus < BreakIterator.WORD_NUMBER_LIMIT ? Kind.NUMBER : Kind.WORD;
    }
}
