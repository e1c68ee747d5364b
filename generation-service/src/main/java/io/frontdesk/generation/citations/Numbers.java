package io.frontdesk.generation.citations;

import io.frontdesk.generation.text.Token;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text, however they are written: {@code 1,000} and {@code 1000}, {@code 49.00} and {@code 49}. */
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,'\u2019\u00A0\u202F]\\d+)*");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,'\u2019\u00A0\u202F]\\d{3})+(?:[.,]00?)?");
    private static final Pattern NO_CENTS = Pattern.compile("[.,]00?$");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("sixty", "60"),
            Map.entry("ninety", "90"),
            Map.entry("hundred", "100"),
            Map.entry("thousand", "1000"));

    private Numbers() {}

    /** Those that a text says in digits. */
    static Set<String> said(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher found = DIGITS.matcher(text);
        while (found.find()) {
            numbers.add(plain(found.group()));
        }
        return numbers;
    }

    /** Those that it says in digits or in words. */
    static Set<String> of(String text) {
        Set<String> numbers = said(text);
        for (Token token : Token.of(text)) {
            String number = WORDS.get(token.lower());
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static String plain(String number) {
        String whole = NO_CENTS.matcher(number).replaceFirst("");
        return THOUSANDS.matcher(whole).matches() ? whole.replaceAll("\\D", "") : whole.replace(',', '.');
    }
}
