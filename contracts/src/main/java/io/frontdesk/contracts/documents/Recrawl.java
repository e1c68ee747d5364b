package io.frontdesk.contracts.documents;

import io.frontdesk.contracts.InvalidField;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** After what time something of the web is looked at again. */
public final class Recrawl {
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    private Recrawl() {}

    /** Reads a duration of ISO 8601 in days, hours, minutes and seconds, from an hour to a year. */
    public static Duration parse(String text) {
        try {
            Duration every = Duration.parse(text);
            if (every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0) {
                return every;
            }
        } catch (DateTimeParseException e) {
            // Said below, in words that fit the caller.
        }
        throw new InvalidField("recrawl", "must be a duration of ISO 8601 from PT1H to P365D");
    }
}
