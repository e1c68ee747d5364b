package io.frontdesk.generation.unanswered;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.records.UnansweredGroup;
import io.frontdesk.kit.paging.Cursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where a page of groups ended. */
record GroupCursor(long count, Instant lastAsked, UUID id) {
    private static final int NUMBERS = 4;

    /** Beyond what PostgreSQL takes for a time. */
    private static final long LAST_MICROS = micros(Instant.parse("9999-12-31T00:00:00Z"));

    static GroupCursor after(UnansweredGroup last) {
        return new GroupCursor(last.count(), last.lastAsked(), last.id());
    }

    /**
     * Reads what callers carry.
     *
     * @throws InvalidField where it is none
     */
    static GroupCursor parse(String text) {
        long[] place = Cursor.parse(text, NUMBERS);
        if (place[1] < 0 || place[1] >= LAST_MICROS) {
            throw Cursor.unknown();
        }
        return new GroupCursor(place[0], Instant.EPOCH.plus(place[1], ChronoUnit.MICROS), new UUID(place[2], place[3]));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** As callers carry it. */
    @Override
    public String toString() {
        return Cursor.of(count, micros(lastAsked), id.getMostSignificantBits(), id.getLeastSignificantBits());
    }
}
