package io.frontdesk.generation.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A key that may answer.
 *
 * @param rung 0 where its model is the one that was meant, 1 where it is what there is else
 */
record Candidate(LlmKey key, int rung) {
    /**
     * Those of the ring that may be asked now.
     *
     * @param tried aliases that have failed for this answer
     * @param goesOn whether an answer has begun, which not every provider goes on with
     */
    static List<Candidate> of(List<LlmKey> ring, Tier tier, Set<String> tried, boolean goesOn) {
        List<Candidate> candidates = new ArrayList<>();
        for (LlmKey key : ring) {
            if (!tried.contains(key.alias()) && (!goesOn || key.acceptsPrefix())) {
                candidates.add(new Candidate(key, key.isMeantFor(tier) ? 0 : 1));
            }
        }
        return candidates;
    }
}
