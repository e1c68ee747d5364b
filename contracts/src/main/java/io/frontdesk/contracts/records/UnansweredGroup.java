package io.frontdesk.contracts.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Questions of one meaning that were not answered well.
 *
 * @param question the one that was asked first
 * @param count how often it was asked, in whatever words
 * @param examples at most 5 wordings, the latest first
 */
public record UnansweredGroup(
        UUID id, String question, long count, Instant lastAsked, Reasons reasons, List<String> examples) {
    public UnansweredGroup {
        examples = List.copyOf(examples);
    }

    /**
     * How many were not answered well why.
     *
     * @param refused the documents do not hold it
     * @param lowConfidence the answer is hardly more than a guess
     * @param disliked somebody put a thumb down
     */
    public record Reasons(long refused, long lowConfidence, long disliked) {}
}
