package io.frontdesk.generation.citations;

import io.frontdesk.generation.text.Sentences;
import io.frontdesk.generation.text.Terms;
import java.util.Collection;
import java.util.List;

/**
 * How well a passage supports a claim.
 *
 * @param sentence the sentence of the passage that supports it best
 * @param degree the share of the claim's words that stand in the passage, 0 to 1; halved where a number of the claim does not
 */
record Support(String sentence, double degree) {
    private static final double WRONG_NUMBER = 0.5;

    static Support of(String claim, String passage) {
        Terms claimed = Terms.of(claim);
        String best = passage;
        double bestShare = -1;
        for (String sentence : sentences(passage)) {
            double share = claimed.shareIn(Terms.of(sentence));
            if (share > bestShare) {
                best = sentence;
                bestShare = share;
            }
        }
        double degree = claimed.shareIn(Terms.of(passage));
        boolean numbersAgree = Numbers.of(passage).containsAll(Numbers.said(claim));
        return new Support(best, numbersAgree ? degree : degree * WRONG_NUMBER);
    }

    private static List<String> sentences(String passage) {
        return passage.lines()
                .filter(line -> !line.isBlank())
                .map(Sentences::of)
                .flatMap(Collection::stream)
                .toList();
    }
}
