package io.frontdesk.generation.citations;

import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.text.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far an answer rests on what it cites. A sentence is supported where the passages that it cites hold all of its numbers and
 * half of its words, in some form or by a synonym; where the answer is written in another language than the passages, the numbers
 * decide alone.
 *
 * @param confidence 0 to 1: how well the words agree, in proportion to the sentences that are supported
 * @param statements how many sentences say something
 * @param unsupported those that what they cite does not support, as they stand in the text
 */
public record Grounding(double confidence, int statements, List<String> unsupported) {
    private static final double ENOUGH_WORDS = 0.5;

    /** Where words of two languages cannot be compared, nothing but numbers speaks for the answer. */
    private static final double BY_NUMBERS_ALONE = 0.5;

    public Grounding {
        unsupported = List.copyOf(unsupported);
    }

    /** @param agreement how well the words around the references agree */
    static Grounding of(String text, List<Passage> passages, Set<Integer> cited, double agreement) {
        List<Claim> statements =
                Claim.of(text).stream().filter(Claim::isStatement).toList();
        boolean comparable = Terms.areOfOneLanguage(text, text(passages, cited));
        List<String> unsupported = statements.stream()
                .filter(claim -> !isSupported(claim, passages, cited, comparable))
                .map(Claim::sentence)
                .toList();
        double share = statements.isEmpty() ? 1 : 1 - (double) unsupported.size() / statements.size();
        double words = comparable || cited.isEmpty() ? agreement : BY_NUMBERS_ALONE;
        return new Grounding(words * share, statements.size(), unsupported);
    }

    private static boolean isSupported(Claim claim, List<Passage> passages, Set<Integer> cited, boolean comparable) {
        Set<Integer> references = claim.references().isEmpty() ? cited : claim.references();
        if (references.isEmpty()) {
            return false;
        }
        String evidence = text(passages, references);
        return Numbers.of(evidence).containsAll(Numbers.said(claim.bare()))
                && (!comparable || Terms.of(claim.bare()).shareIn(Terms.of(evidence)) >= ENOUGH_WORDS);
    }

    private static String text(List<Passage> passages, Collection<Integer> references) {
        return references.stream()
                .filter(n -> n >= 1 && n <= passages.size())
                .map(n -> passages.get(n - 1))
                .map(passage ->
                        String.join("\n", passage.title(), String.join("\n", passage.headingPath()), passage.text()))
                .collect(Collectors.joining("\n"));
    }
}
