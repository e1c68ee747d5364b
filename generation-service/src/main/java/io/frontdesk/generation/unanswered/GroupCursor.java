package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.records.UnansweredGroup;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a page of groups ended, as callers carry it: opaque, and of no use for anything else. */
record GroupCursor(long count, Instant lastAsked, UUID id) {
    private static final int BYTES = 4 * Long.BYTES;

    /** Beyond what PostgreSQL takes for a time. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    static GroupCursor after(UnansweredGroup last) {
        return new GroupCursor(last.count(), last.lastAsked(), last.id());
    }

    /**
     * Reads it.
     *
     * @throws InvalidField where it is none
     */
    static GroupCursor parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == BYTES) {
                long count = bytes.getLong();
                Instant lastAsked = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
                if (!lastAsked.isBefore(Instant.EPOCH) && lastAsked.isBefore(LAST)) {
                    return new GroupCursor(count, lastAsked, new UUID(bytes.getLong(), bytes.getLong()));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // Said below, in words that fit the caller.
        }
        throw new InvalidField("cursor", "must be the next_cursor of an earlier page");
    }

    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES)
                .putLong(count)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, lastAsked))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
