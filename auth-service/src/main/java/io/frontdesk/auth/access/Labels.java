package io.frontdesk.auth.access;

import io.frontdesk.contracts.Claims;
import io.frontdesk.contracts.InvalidField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Document labels by name, each once, sorted. Never {@link Claims#ALL_LABELS}, which scopes give and nobody names. */
public record Labels(List<String> names) {
    public static final Labels NONE = new Labels(List.of());

    private static final int MAX_COUNT = 50;
    private static final int MAX_LENGTH = 100;

    public Labels {
        names = names.stream().distinct().sorted().toList();
    }

    /**
     * Reads the field {@code acl} of a request.
     *
     * @throws InvalidField where there are more than 50, or one is not 1 to 100 characters without control characters
     */
    public static Labels parse(@Nullable List<@Nullable String> names) {
        if (names == null) {
            return NONE;
        }
        if (names.size() > MAX_COUNT) {
            throw new InvalidField("acl", "must have at most " + MAX_COUNT + " labels, has " + names.size());
        }
        return new Labels(names.stream().map(Labels::checked).toList());
    }

    /** Whether who sees documents with certain labels may let others see these. */
    public boolean areAmong(List<String> held) {
        return held.contains(Claims.ALL_LABELS) || held.containsAll(names);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    private static String checked(@Nullable String name) {
        if (name == null
                || name.isBlank()
                || name.length() > MAX_LENGTH
                || name.equals(Claims.ALL_LABELS)
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField(
                    "acl",
                    "must be labels of 1 to " + MAX_LENGTH + " characters, without control characters, and not "
                            + Claims.ALL_LABELS);
        }
        return name;
    }
}
