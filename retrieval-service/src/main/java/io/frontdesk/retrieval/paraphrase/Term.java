package io.frontdesk.retrieval.paraphrase;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * A word that says something.
 *
 * @param keys what it is a form or a synonym of
 * @param denied whether it is negated
 * @param role what stands before it and turns its meaning, such as "from", "after", "if"; empty for none
 * @param link a preposition that may be left out, or stand for another of its kind; empty for none
 */
record Term(Set<String> keys, boolean denied, String role, String link) {
    /** Prepositions that stand for each other in questions: deliver to Canada, deliver in Canada. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("in", "place"),
            Map.entry("at", "place"),
            Map.entry("on", "place"),
            Map.entry("to", "place"),
            Map.entry("into", "place"),
            Map.entry("within", "place"),
            Map.entry("for", "purpose"),
            Map.entry("of", "purpose"),
            Map.entry("about", "purpose"),
            Map.entry("with", "means"),
            Map.entry("by", "means"),
            Map.entry("via", "means"),
            Map.entry("through", "means"),
            Map.entry("using", "means"));

    boolean means(Term other) {
        return denied == other.denied
                && role.equals(other.role)
                && !Collections.disjoint(keys, other.keys)
                && isAlike(link, other.link);
    }

    /** Return with a receipt is not return a receipt; but pay for delivery, and deliver to Canada, may lack theirs. */
    static boolean isAlike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return !kind(one + other).equals("means");
        }
        return kind(one).equals(kind(other));
    }

    static boolean isLink(String word) {
        return KINDS.containsKey(word);
    }

    private static String kind(String link) {
        return KINDS.getOrDefault(link, link);
    }
}
