package io.frontdesk.retrieval.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a text, to be compared with those of others; read once, where there is anything like it to compare with. */
final class Wording {
    private static final double DIFFERENT = 0.05;

    /** Texts that differ more in length have other words. */
    private static final double LONGER = 1.25;

    private final String text;
    private @Nullable Map<String, String> words;

    Wording(String text) {
        this.text = text;
    }

    /**
     * Whether two texts say the same: nearly all their words are the same, and no number and no name is among those that are
     * not. The conditions for two countries differ by just these.
     */
    boolean saysTheSameAs(Wording other) {
        if (text.equals(other.text)) {
            return true;
        }
        if (text.length() > LONGER * other.text.length() || other.text.length() > LONGER * text.length()) {
            return false;
        }
        int bearable = (int) (DIFFERENT * Math.max(words().size(), other.words().size()));
        int missing = differences(other, bearable);
        return missing <= bearable && missing + other.differences(this, bearable - missing) <= bearable;
    }

    /** How many of these words the other text lacks; more than bearable where one of them is a number or a name. */
    private int differences(Wording other, int bearable) {
        int missing = 0;
        for (Map.Entry<String, String> word : words().entrySet()) {
            if (!other.words().containsKey(word.getKey())) {
                missing++;
                if (missing > bearable || isNumberOrName(word.getValue())) {
                    return bearable + 1;
                }
            }
        }
        return missing;
    }

    private static boolean isNumberOrName(String word) {
        return word.codePoints().anyMatch(letter -> Character.isUpperCase(letter) || isNumber(letter));
    }

    private static boolean isNumber(int letter) {
        return switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Each word in lower case, and as it is written first. */
    private Map<String, String> words() {
        Map<String, String> read = words;
        if (read == null) {
            read = read(text);
            words = read;
        }
        return read;
    }

    private static Map<String, String> read(String text) {
        Map<String, String> words = new HashMap<>();
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && isOfAWord(text.charAt(to))) {
                to++;
            }
            if (to > from) {
                String word = text.substring(from, to);
                words.putIfAbsent(word.toLowerCase(Locale.ROOT), word);
            }
            from = to + 1;
        }
        return words;
    }

    private static boolean isOfAWord(char letter) {
        return Character.isLetter(letter) || isNumber(letter) || Character.isSurrogate(letter);
    }
}
