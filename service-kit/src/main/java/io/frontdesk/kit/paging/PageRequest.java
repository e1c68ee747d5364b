package io.frontdesk.kit.paging;

import io.frontdesk.contracts.InvalidField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many entries it has at most, from 1 to 200
 * @param last where the page before ended; absent for the first
 */
public record PageRequest(int limit, @Nullable UUID last) {
    private static final int MAX_LIMIT = 200;

    /**
     * Reads what callers say.
     *
     * @throws InvalidField where one has no possible value
     */
    public static PageRequest of(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidField("limit", "must be from 1 to %d, is %d".formatted(MAX_LIMIT, limit));
        }
        return new PageRequest(limit, cursor == null ? null : last(Cursor.parse(cursor, 2)));
    }

    private static UUID last(long[] place) {
        return new UUID(place[0], place[1]);
    }

    /** How many entries are read: one more than asked for, which tells whether there is a next page. */
    public int toRead() {
        return limit + 1;
    }
}
