package io.frontdesk.contracts.documents;

import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are to be replayed; what is absent does not matter.
 *
 * @param reason the code of the reason
 * @param stage {@code intake}, or the state in which it failed
 * @param limit how many at most, from 1 to 500, 100 where absent: those that were not tried for the longest time
 * @param dryRun whether only to say what would happen
 */
public record DeadLetterReplay(
        @Nullable String reason,
        @Nullable String stage,
        @Nullable Integer limit,
        @Nullable Boolean dryRun) {
    private static final int MOST = 500;

    public DeadLetterReplay {
        checkLimit(limit);
    }

    static void checkLimit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw new InvalidField("limit", "must be from 1 to %d, is %d".formatted(MOST, limit));
        }
    }
}
