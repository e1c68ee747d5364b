package io.frontdesk.generation.text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text is about: the stems of its words without those that say nothing.
 *
 * @param stems in the order of their first mention
 */
public record Terms(Set<String> stems) {
    public static final Terms NONE = new Terms(Set.of());

    private static final double EXACT = 1;
    private static final double FAMILY = 0.9;
    private static final double SYNONYM = 0.8;
    private static final double ENGLISH = 0.2;

    public static Terms of(String text) {
        return of(Token.of(text));
    }

    public static Terms of(List<Token> tokens) {
        Set<String> stems = new LinkedHashSet<>();
        for (Token token : tokens) {
            if (token.kind() != Token.Kind.SYMBOL && !StopWords.contains(token.lower())) {
                stems.add(Stems.of(token.lower()));
            }
        }
        return new Terms(stems);
    }

    public static Terms ofAll(Collection<String> texts) {
        return of(String.join("\n", texts));
    }

    /** Whether both texts, of some sentences each, are English, or neither is: else their words say nothing of each other. */
    public static boolean areOfOneLanguage(String one, String other) {
        return isEnglish(one) == isEnglish(other);
    }

    /** English has its function words in every clause; other languages share a few of them by their letters. */
    private static boolean isEnglish(String text) {
        List<Token> words = Token.of(text).stream()
                .filter(token -> token.kind() == Token.Kind.WORD)
                .toList();
        long said =
                words.stream().filter(word -> StopWords.contains(word.lower())).count();
        return said >= ENGLISH * words.size();
    }

    public Terms without(Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(stems);
        rest.removeAll(others);
        return new Terms(rest);
    }

    public boolean isEmpty() {
        return stems.isEmpty();
    }

    /** How well this text holds a stem: 1 by itself, somewhat less by a relative or a synonym, 0 not at all. */
    public double hold(String stem) {
        if (stems.contains(stem)) {
            return EXACT;
        }
        double best = 0;
        Set<String> synonyms = Synonyms.of(stem);
        for (String own : stems) {
            if (Stems.akin(own, stem)) {
                return FAMILY;
            }
            if (synonyms.contains(own)) {
                best = SYNONYM;
            }
        }
        return best;
    }

    /** The share of this text's stems that stand in another text. */
    public double shareIn(Terms other) {
        if (isEmpty()) {
            return 0;
        }
        return stems.stream().mapToDouble(other::hold).sum() / stems.size();
    }
}
