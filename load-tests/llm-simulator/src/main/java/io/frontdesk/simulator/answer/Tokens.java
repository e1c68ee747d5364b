package io.frontdesk.simulator.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The simulator's tokens: words with the white space before them, so that joined they are the text again. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*\\S+|\\s+$");

    private Tokens() {}

    public static List<String> of(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    public static int count(String text) {
        int count = 0;
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** The first {@code length} of {@code tokens}, which start over, after a space, where they are too few. */
    public static List<String> fitted(List<String> tokens, int length) {
        var fitted = new ArrayList<String>(length);
        for (int i = 0; i < length; i++) {
            var token = tokens.isEmpty() ? " word" : tokens.get(i % tokens.size());
            boolean startsOver = i > 0 && !Character.isWhitespace(token.charAt(0));
            fitted.add(startsOver ? " " + token : token);
        }
        return fitted;
    }
}
