package io.frontdesk.ingestion.documents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How urgent a document is. What waits in a lane goes before everything in the lanes after it. */
public enum Lane {
    HIGH(0),
    NORMAL(1),
    LOW(2);

    private final short rank;

    Lane(int rank) {
        this.rank = (short) rank;
    }

    /** Its place among the lanes, from 0, as it stands in the database. */
    public short rank() {
        return rank;
    }

    /** The lane of a place among the lanes. */
    public static Lane ranked(short rank) {
        return switch (rank) {
            case 0 -> HIGH;
            case 1 -> NORMAL;
            case 2 -> LOW;
            default -> throw new IllegalStateException("no such lane: " + rank);
        };
    }

    /** The lane of a wire name, which {@code DocumentIntake} has checked; {@link #NORMAL} where none is given. */
    public static Lane named(@Nullable String name) {
        return name == null ? NORMAL : valueOf(name.toUpperCase(Locale.ROOT));
    }
}
