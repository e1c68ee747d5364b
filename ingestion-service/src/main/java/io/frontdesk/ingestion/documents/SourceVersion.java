package io.frontdesk.ingestion.documents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * Where the last change of a document stands among all changes at its source, whenever and wherever each of them arrived. A
 * publisher's number decides before any time; changes without one are in the order of their times.
 *
 * @param number the publisher's own, rising with each change; {@link #UNNUMBERED} where it gave none so far
 * @param closed whether an upsert with the same number comes too late: after a deletion, and after a change without a number
 * @param time when the change was made, in microseconds, as databases keep it
 * @param offset in its Kafka partition, which orders what bears the same time; 0 over HTTP
 */
public record SourceVersion(long number, boolean closed, Instant time, long offset)
        implements Comparable<SourceVersion> {
    /** Before every number. */
    public static final long UNNUMBERED = -1;

    /** Before every change. */
    public static final SourceVersion NONE = new SourceVersion(UNNUMBERED, false, Instant.MIN, 0);

    private static final Comparator<SourceVersion> ORDER = Comparator.comparingLong(SourceVersion::number)
            .thenComparing(SourceVersion::closed)
            .thenComparing(SourceVersion::time)
            .thenComparingLong(SourceVersion::offset);

    public SourceVersion {
        time = time.equals(Instant.MIN) ? time : time.truncatedTo(ChronoUnit.MICROS);
    }

    public boolean isAfter(SourceVersion other) {
        return compareTo(other) > 0;
    }

    /** A change that bears no number, and was made at a known time. */
    public SourceVersion at(Instant changed, long changedOffset) {
        return new SourceVersion(number, number != UNNUMBERED, changed, changedOffset);
    }

    /** A change that bears neither a number nor a time, and so comes after all there is, whatever this replica's clock says. */
    public SourceVersion next(Instant now) {
        return at(now.isAfter(time) ? now : time.plus(1, ChronoUnit.MICROS), 0);
    }

    @Override
    public int compareTo(SourceVersion other) {
        return ORDER.compare(this, other);
    }
}
