package io.frontdesk.generation.conversation.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or a mark of a question.
 *
 * @param lower in lower case, with a straight apostrophe
 */
record Word(String text, String lower) {
    private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}€$£%&+#]+(?:[-'’./@:][\\p{L}\\p{N}]+)*|[^\\s]");

    static List<Word> of(String text) {
        Matcher part = PART.matcher(text);
        List<Word> words = new ArrayList<>();
        while (part.find()) {
            words.add(word(part.group()));
        }
        return words;
    }

    static Word word(String text) {
        return new Word(text, text.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /** The text of words, without a space before marks. */
    static String join(List<Word> words) {
        var text = new StringBuilder();
        for (Word word : words) {
            if (!text.isEmpty() && (word.isWord() || word.text().equals("("))) {
                text.append(' ');
            }
            text.append(word.text());
        }
        return text.toString().replace("( ", "(");
    }

    boolean isWord() {
        return Character.isLetterOrDigit(lower.codePointAt(0)) || "€$£#".indexOf(lower.charAt(0)) >= 0;
    }

    boolean isNamed() {
        return Character.isUpperCase(text.codePointAt(0)) || text.chars().anyMatch(Character::isDigit);
    }

    boolean isPlural() {
        return lower.length() > 3
                && lower.endsWith("s")
                && !lower.endsWith("ss")
                && !lower.endsWith("us")
                && !lower.endsWith("is");
    }

    boolean is(String... any) {
        return List.of(any).contains(lower);
    }
}
