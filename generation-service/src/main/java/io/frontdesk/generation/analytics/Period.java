package io.frontdesk.generation.analytics;

import io.frontdesk.contracts.InvalidField;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Full hours (UTC), {@code to} exclusive. */
record Period(Instant from, Instant to) {
    /** Times that PostgreSQL knows, and nobody asks beyond. */
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The full hours around what is asked for.
     *
     * @param from RFC 3339; absent for the usual time before {@code to}
     * @param to RFC 3339; absent for now
     * @throws InvalidField where that is no period, or too long
     */
    static Period of(@Nullable String from, @Nullable String to, Instant now, AnalyticsConfig config) {
        Instant end = to == null ? now : parse("to", to);
        Instant last = end.truncatedTo(ChronoUnit.HOURS).equals(end)
                ? end
                : end.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Instant first = (from == null ? last.minus(config.usual()) : parse("from", from)).truncatedTo(ChronoUnit.HOURS);
        if (!first.isBefore(last)) {
            throw new InvalidField("from", "must be before to");
        }
        if (Duration.between(first, last).compareTo(config.longest()) > 0) {
            throw new InvalidField(
                    "from",
                    "must be at most %d days before to"
                            .formatted(config.longest().toDays()));
        }
        return new Period(first, last);
    }

    private static Instant parse(String field, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below, in words that fit the caller.
        }
        throw new InvalidField(field, "must be a time such as 2026-11-22T08:00:00Z");
    }
}
