package io.frontdesk.auth;

import io.frontdesk.contracts.InvalidField;
import org.jspecify.annotations.Nullable;

/** A name that people gave to something: 1 to 200 characters without control characters, stripped. */
public record DisplayName(String value) {
    private static final int MAX_LENGTH = 200;

    /**
     * Reads the field {@code name} of a request.
     *
     * @throws InvalidField where it holds none
     */
    public static DisplayName parse(@Nullable String value) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_LENGTH) {
            throw new InvalidField("name", "must have 1 to " + MAX_LENGTH + " characters, has " + stripped.length());
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField("name", "must not have control characters");
        }
        return new DisplayName(stripped);
    }
}
