package io.frontdesk.bench.load;

import java.time.Duration;

/** Where load ends: at the time or at the number of requests, whichever comes first. */
public record Limit(Duration time, long requests) {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    public Limit {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0 || requests < 1) {
            throw new IllegalArgumentException("no limit: " + time + ", " + requests);
        }
    }

    public static Limit of(Duration time) {
        return new Limit(time, Long.MAX_VALUE);
    }
}
