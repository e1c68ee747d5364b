package io.frontdesk.generation.text;

import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;

/** Words brought to their stems (Porter, 1980), so that "returned" meets "return". */
public final class Stems {
    /** What makes one stem of another of the same family, which Porter's rules leave apart: deliver, delivery. */
    private static final Set<String> ENDINGS =
            Set.of("i", "e", "eri", "er", "or", "al", "ion", "at", "ment", "abl", "ant", "anc", "ing");

    private static final int SHORTEST_FAMILY = 3;

    private Stems() {}

    /** The stem of a word in lower case. A number is its own stem. */
    public static String of(String lowerCaseWord) {
        // Not thread-safe, and small.
        return new PorterStemmer().stem(plain(lowerCaseWord));
    }

    /** Whether two different stems belong to one family: deliver and delivery. */
    static boolean akin(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() >= SHORTEST_FAMILY
                && longer.startsWith(shorter)
                && ENDINGS.contains(longer.substring(shorter.length()));
    }

    private static String plain(String word) {
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('\u2019'));
        return apostrophe > 0 ? word.substring(0, apostrophe) : word;
    }
}
