package io.frontdesk.generation.classify;

import io.frontdesk.generation.guard.VisibleText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of a message.
 *
 * @param plain in lower case, without apostrophes, letters said long ("hiiii") once
 * @param named whether it is written as names are
 */
record Word(String plain, boolean named) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019\u02BC][\\p{L}]+)*");
    private static final Pattern LONG = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\u02BC]");

    static List<Word> of(String message) {
        Matcher found = WORD.matcher(Normalizer.normalize(VisibleText.of(message), Normalizer.Form.NFKC));
        List<Word> words = new ArrayList<>();
        while (found.find()) {
            words.add(of(found));
        }
        return words;
    }

    private static Word of(Matcher found) {
        String written = found.group();
        String lower = APOSTROPHE.matcher(written.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean capital = Character.isUpperCase(written.charAt(0));
        boolean rest = written.substring(1).chars().allMatch(Character::isLowerCase);
        return new Word(LONG.matcher(lower).replaceAll("$1"), capital && rest && written.length() > 1);
    }

    static String join(List<Word> words) {
        return words.stream().map(Word::plain).collect(Collectors.joining(" "));
    }
}
