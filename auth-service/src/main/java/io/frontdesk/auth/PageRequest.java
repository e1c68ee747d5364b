package io.frontdesk.auth;

import io.frontdesk.contracts.InvalidField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, in the order of ids.
 *
 * @param limit 1 to 100 entries; 50 where nothing is said
 * @param after the last id of the page before; less than every id for the first page
 */
public record PageRequest(int limit, UUID after) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * Reads the parameters {@code limit} and {@code cursor}.
     *
     * @throws InvalidField where one has no possible value
     */
    public static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : checkedLimit(limit), cursor == null ? BEFORE_ALL : id(cursor));
    }

    public boolean isFirst() {
        return after.equals(BEFORE_ALL);
    }

    private static int checkedLimit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Refused below, as any other value.
        }
        throw new InvalidField("limit", "must be 1 to " + MAX_LIMIT);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("cursor", "must be the next_cursor of a page");
        }
    }
}
