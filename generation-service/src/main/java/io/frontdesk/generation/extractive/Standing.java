package io.frontdesk.generation.extractive;

import io.frontdesk.contracts.search.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the search placed the passages. It has compared the question with all that is known, by meaning and by words that it
 * knows to be rare; here there are only the few that it found.
 *
 * @param shares of the best passage's score, 0 to 1, for each passage
 * @param crowd from 0, what is found first stands out, to 1, a fourth document was found as well as the first
 */
record Standing(List<Double> shares, double crowd) {
    /** As many documents as an answer may join are no crowd. */
    private static final int JOINED = 3;

    /** The share of the best score that a fourth document always has. */
    private static final double USUAL = 0.6;

    static Standing of(List<Passage> passages) {
        double best = passages.stream().mapToDouble(Passage::score).max().orElse(0);
        if (best <= 0) {
            // A reranker's, whose scale is not known.
            return new Standing(passages.stream().map(passage -> 1.0).toList(), 0);
        }
        List<Double> shares = passages.stream()
                .map(passage -> Math.max(0, passage.score() / best))
                .toList();
        return new Standing(shares, crowd(passages, shares));
    }

    double of(int passage) {
        return shares.get(passage);
    }

    private static double crowd(List<Passage> passages, List<Double> shares) {
        Map<UUID, Double> byDocument = new LinkedHashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            byDocument.merge(passages.get(i).documentId(), shares.get(i), Math::max);
        }
        double fourth = byDocument.values().stream()
                .sorted((one, other) -> Double.compare(other, one))
                .skip(JOINED)
                .findFirst()
                .orElse(0.0);
        return Math.max(0, (fourth - USUAL) / (1 - USUAL));
    }
}
