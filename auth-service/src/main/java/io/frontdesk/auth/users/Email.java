package io.frontdesk.auth.users;

import io.frontdesk.contracts.InvalidField;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address in lower case, so that one person has one. */
public record Email(String value) {
    /** RFC 5321: 254 characters at most. Whether somebody reads it, only a message can tell. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s\\p{Cntrl}@]{1,64}@[^\\s\\p{Cntrl}@]+");

    public Email {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new InvalidField("email", "must be an e-mail address");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a field of a request.
     *
     * @throws InvalidField where it holds no address
     */
    public static Email parse(@Nullable String value) {
        return new Email(value == null ? "" : value.strip());
    }
}
