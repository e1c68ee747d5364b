package io.frontdesk.bench.figures;

import io.frontdesk.bench.load.Measurement;
import java.util.stream.IntStream;

/** What a part of the way costs, where it cannot be left out of it. */
public final class Shares {
    private Shares() {}

    /**
     * The share of a way's throughput that a part of it takes, in each round: the part's time, which is that of a reply {@code with} it
     * less that of one {@code without}, over the time of the whole.
     */
    public static Spread ofTime(Series with, Series without, Series whole) {
        return Spread.of(IntStream.range(0, whole.rounds().size())
                .mapToDouble(round -> (time(with, round) - time(without, round)) / time(whole, round))
                .toArray());
    }

    private static double time(Series series, int round) {
        Measurement measured = series.rounds().get(round);
        return 1 / measured.rate();
    }
}
