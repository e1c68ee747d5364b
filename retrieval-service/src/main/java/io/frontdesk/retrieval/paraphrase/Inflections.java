package io.frontdesk.retrieval.paraphrase;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an English word may be a form of: its plural, past or -ing taken off. A stemmer would go further, and make one of
 * "universe" and "university": here each step too far is a wrong answer.
 */
final class Inflections {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("bought", "buy"),
            Map.entry("paid", "pay"),
            Map.entry("sent", "send"),
            Map.entry("lost", "lose"),
            Map.entry("sold", "sell"),
            Map.entry("forgot", "forget"),
            Map.entry("forgotten", "forget"),
            Map.entry("chose", "choose"),
            Map.entry("chosen", "choose"),
            Map.entry("kept", "keep"),
            Map.entry("left", "leave"),
            Map.entry("made", "make"),
            Map.entry("took", "take"),
            Map.entry("taken", "take"),
            Map.entry("gave", "give"),
            Map.entry("given", "give"),
            Map.entry("children", "child"),
            Map.entry("people", "person"),
            Map.entry("dying", "die"));

    /** They look like forms of other words. */
    private static final Set<String> WHOLE = Set.of(
            "evening", "morning", "during", "wedding", "news", "gas", "lens", "bus", "plus", "always", "speed", "feed",
            "need", "seed", "exceed", "proceed", "thing", "king", "ring", "spring", "string", "bring");

    /** They say how far something has come, and not that it is done: shipped, but not delivered. */
    private static final Set<String> STATES = Set.of("shipped", "delivered", "dispatched");

    private static final int SHORTEST = 3;

    private Inflections() {}

    /** The word, and all words of which it may be a form. */
    static Set<String> of(String word) {
        Set<String> bases = new HashSet<>(Set.of(word));
        if (IRREGULAR.containsKey(word)) {
            bases.add(IRREGULAR.get(word));
        }
        if (!WHOLE.contains(word) && !STATES.contains(word) && word.chars().allMatch(Character::isLetter)) {
            plural(word, bases);
            stripped(word, "ed", bases);
            stripped(word, "ing", bases);
        }
        return bases;
    }

    private static void plural(String word, Set<String> bases) {
        if (word.endsWith("ies") && word.length() > SHORTEST + 1) {
            bases.add(cut(word, 3) + "y");
        } else if (word.matches(".*(ss|x|ch|sh|z)es")) {
            bases.add(cut(word, 2));
            bases.add(cut(word, 1));
        } else if (word.endsWith("s") && !word.matches(".*(ss|us|is)") && word.length() > SHORTEST) {
            bases.add(cut(word, 1));
        }
    }

    private static void stripped(String word, String ending, Set<String> bases) {
        String stem = word.endsWith(ending) ? cut(word, ending.length()) : "";
        if (stem.length() < SHORTEST - 1 || !stem.matches(".*[aeiouy].*")) {
            return;
        }
        bases.add(stem + "e");
        if (stem.length() >= SHORTEST) {
            bases.add(stem);
        }
        if (ending.equals("ed") && stem.endsWith("i")) {
            bases.add(cut(stem, 1) + "y");
        }
        int last = stem.length() - 1;
        if (stem.charAt(last) == stem.charAt(last - 1)) {
            bases.add(cut(stem, 1));
        }
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
