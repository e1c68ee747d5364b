package io.frontdesk.contracts.documents;

import java.util.List;

/**
 * What became of a replay, or, of a dry run, what would.
 *
 * @param matched how many letters were meant before it
 * @param replayed how many of them were, or would be, replayed
 * @param remaining how many it did not come to, for its limit
 * @param letters those that it came to
 */
public record DeadLetterReplayReport(
        long matched, int replayed, long remaining, boolean dryRun, List<ReplayedLetter> letters) {
    public DeadLetterReplayReport {
        letters = List.copyOf(letters);
    }
}
