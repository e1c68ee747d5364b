package io.frontdesk.auth.users;

import io.frontdesk.contracts.InvalidField;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A password in clear, for as long as a request takes. */
public record Password(String value) {
    private static final int MIN_CHARACTERS = 12;

    /** What bcrypt reads; it would silently ignore the rest. */
    private static final int MAX_BYTES = 72;

    /**
     * Reads the password that somebody chose.
     *
     * @throws InvalidField where it is too short, or longer than what would be checked
     */
    public static Password chosen(@Nullable String value) {
        return chosen("password", value);
    }

    /** The same, from another field. */
    public static Password chosen(String field, @Nullable String value) {
        if (value == null || value.length() < MIN_CHARACTERS || bytes(value) > MAX_BYTES) {
            throw new InvalidField(field, "must have at least 12 characters and at most 72 bytes");
        }
        return new Password(value);
    }

    /** Whether it can be anybody's. */
    boolean isPossible() {
        return bytes(value) <= MAX_BYTES;
    }

    private static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Keeps it out of logs. */
    @Override
    public String toString() {
        return "Password[…]";
    }
}
