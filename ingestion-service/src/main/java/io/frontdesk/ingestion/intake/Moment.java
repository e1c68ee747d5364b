package io.frontdesk.ingestion.intake;

import io.frontdesk.ingestion.documents.SourceVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a change was made, as far as its publisher says.
 *
 * @param number the publisher's own
 * @param time of the change; absent where it is that of its arrival
 * @param offset in its Kafka partition; 0 over HTTP
 */
record Moment(@Nullable Long number, @Nullable Instant time, long offset) {
    /** Nothing is said: it comes after what is there. */
    static final Moment ARRIVAL = arrival(null);

    static Moment arrival(@Nullable Long number) {
        return new Moment(number, null, 0);
    }

    /**
     * Where the change stands among those of a document.
     *
     * @param present where the latest change of it stands
     * @param now bounds what clocks elsewhere say: one that goes ahead must not shut out all that comes later
     */
    SourceVersion after(SourceVersion present, boolean deletion, Instant now) {
        Instant changed = time == null || time.isAfter(now) ? now : time;
        if (number != null) {
            return new SourceVersion(number, deletion, changed, offset);
        }
        return time == null ? present.next(now) : present.at(changed, offset);
    }
}
