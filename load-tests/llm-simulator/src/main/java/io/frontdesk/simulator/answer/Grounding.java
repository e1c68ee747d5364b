package io.frontdesk.simulator.answer;

import java.util.Comparator;
import java.util.stream.Collectors;

/** Answers from the passages of a prompt, word for word, so that citations can be checked. */
final class Grounding {
    static final String NO_PASSAGES = "This is a simulated answer to a prompt without passages.";
    static final String NOTHING_FITS = "The passages do not answer this question.";
    private static final int QUOTED_SENTENCES = 2;

    private Grounding() {}

    static String answer(Prompt prompt, int citationOffset) {
        var passages = prompt.passages();
        if (passages.isEmpty()) {
            return NO_PASSAGES;
        }
        var asked = Words.of(prompt.question());
        return passages.stream()
                .max(Comparator.comparingLong(passage -> overlap(asked, passage)))
                .filter(best -> overlap(asked, best) > 0)
                .map(best -> quote(best, best.n() + citationOffset))
                .orElse(NOTHING_FITS);
    }

    private static long overlap(java.util.Set<String> asked, Passage passage) {
        return Words.of(passage.text()).stream().filter(asked::contains).count();
    }

    private static String quote(Passage passage, int citation) {
        var sentences = Words.sentences(passage.text());
        var whole = sentences.stream().filter(Grounding::isWhole).toList();
        return (whole.isEmpty() ? sentences : whole)
                .stream()
                        .limit(QUOTED_SENTENCES)
                        .map(sentence -> cited(sentence, citation))
                        .collect(Collectors.joining(" "));
    }

    /** Titles and headings end without a mark. */
    private static boolean isWhole(String sentence) {
        return ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }

    /** The mark stands before the full stop, where people and models put it. */
    private static String cited(String sentence, int n) {
        int end = sentence.length() - (isWhole(sentence) ? 1 : 0);
        return "%s [%d]%s".formatted(sentence.substring(0, end), n, sentence.substring(end));
    }
}
