package io.frontdesk.ingestion.documents;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes until a document is indexed, if all goes on as it went: what is left over the pace that was seen. No
 * promise, since other tenants and urgent documents come and go; absent where no pace was seen.
 */
final class Estimate {
    /** What takes longer is not worth a figure. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private Estimate() {}

    /** For a document that waits: those ahead of it and itself, at the tenant's pace. */
    static @Nullable Duration waiting(Outlook outlook) {
        return at(outlook.perSecond(), outlook.ahead() + 1);
    }

    /** For a document that is being indexed: the pieces left, at the pace of those before. */
    static @Nullable Duration indexing(Sighting sighting) {
        double spent = Duration.between(sighting.since(), sighting.seen()).toMillis() / 1000.0;
        return spent <= 0 ? null : at(sighting.staged() / spent, sighting.pieces() - (long) sighting.staged());
    }

    private static @Nullable Duration at(double perSecond, long left) {
        double seconds = Math.max(left, 0) / perSecond;
        return perSecond > 0 && seconds <= LONGEST.toSeconds() ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
    }
}
