package io.frontdesk.retrieval.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two texts say the same: nearly all their words are the same, and no number and no name is among those that are not.
 * The conditions for two countries differ by just these.
 */
final class NearDuplicate {
    private static final double DIFFERENT = 0.05;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NUMBER_OR_NAME = Pattern.compile(".*[\\p{N}\\p{Lu}].*");

    private NearDuplicate() {}

    static boolean of(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Map<String, String> words = words(one);
        Map<String, String> others = words(other);
        Set<String> different = new HashSet<>(words.keySet());
        different.removeAll(others.keySet());
        others.keySet().stream().filter(word -> !words.containsKey(word)).forEach(different::add);
        if (different.size() > DIFFERENT * Math.max(words.size(), others.size())) {
            return false;
        }
        Map<String, String> written = new HashMap<>(words);
        written.putAll(others);
        return different.stream()
                .noneMatch(word ->
                        NUMBER_OR_NAME.matcher(written.getOrDefault(word, word)).matches());
    }

    /** Each word in lower case, and as it is written first. */
    private static Map<String, String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toMap(
                        word -> word.toLowerCase(Locale.ROOT), word -> word, (first, second) -> first));
    }
}
