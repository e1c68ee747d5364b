package io.frontdesk.bench.overload;

import io.frontdesk.bench.figures.Spread;
import io.frontdesk.bench.figures.Table;
import io.frontdesk.bench.load.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * So many times the capacity.
 *
 * @param rounds what came of it, to be filled in
 */
record OfferedLoad(int times, double perSecond, List<Measurement> rounds) {
    static OfferedLoad of(int times, double capacity) {
        return new OfferedLoad(times, times * capacity, new ArrayList<>());
    }

    Spread good() {
        return spread(Measurement::rate);
    }

    /** The best of all loads is the peak, round by round. */
    static Table table(List<OfferedLoad> loads) {
        var table = new Table(
                "offered",
                "asked/s",
                "good/s",
                "of the peak",
                "p50 ms",
                "p99 ms",
                "refused",
                "refusal p50 ms",
                "p99 ms",
                "without Retry-After",
                "other errors");
        for (var load : loads) {
            table.add(
                    load.times + " x",
                    String.format(Locale.ROOT, "%.0f", load.perSecond),
                    load.good().toString(),
                    load.ofThePeak(loads).toString(),
                    load.spread(Measurement::p50Millis).toString(),
                    load.spread(Measurement::p99Millis).toString(),
                    String.valueOf(load.sum(each -> each.refusals().count())),
                    load.spread(each -> each.refusals().times().p50Millis()).toString(),
                    load.spread(each -> each.refusals().times().p99Millis()).toString(),
                    String.valueOf(load.sum(each -> each.refusals().withoutRetryAfter())),
                    String.valueOf(
                            load.sum(each -> each.errors() - each.refusals().count())));
        }
        return table;
    }

    private Spread ofThePeak(List<OfferedLoad> loads) {
        var ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            int round = i;
            double peak = loads.stream()
                    .mapToDouble(load -> load.rounds.get(round).rate())
                    .max()
                    .orElseThrow();
            ratios[i] = rounds.get(i).rate() / peak;
        }
        return Spread.of(ratios);
    }

    private Spread spread(ToDoubleFunction<Measurement> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure).toArray());
    }

    private long sum(ToLongFunction<Measurement> figure) {
        return rounds.stream().mapToLong(figure).sum();
    }
}
