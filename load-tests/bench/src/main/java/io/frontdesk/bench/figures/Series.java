package io.frontdesk.bench.figures;

import io.frontdesk.bench.load.Measurement;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one target. */
public record Series(String target, List<Measurement> rounds) {
    public Series {
        rounds = List.copyOf(rounds);
    }

    public Spread rate() {
        return Spread.of(values(Measurement::rate));
    }

    public Spread p50() {
        return Spread.of(values(Measurement::p50Millis));
    }

    public Spread p95() {
        return Spread.of(values(Measurement::p95Millis));
    }

    public Spread p99() {
        return Spread.of(values(Measurement::p99Millis));
    }

    public Spread rateOver(Series baseline) {
        return Spread.ofRatios(values(Measurement::rate), baseline.values(Measurement::rate));
    }

    public Spread p50Over(Series baseline) {
        return Spread.ofRatios(values(Measurement::p50Millis), baseline.values(Measurement::p50Millis));
    }

    public Spread p99Over(Series baseline) {
        return Spread.ofRatios(values(Measurement::p99Millis), baseline.values(Measurement::p99Millis));
    }

    public long errors() {
        return rounds.stream().mapToLong(Measurement::errors).sum();
    }

    public String firstError() {
        return rounds.stream()
                .map(Measurement::firstError)
                .filter(error -> !error.isEmpty())
                .findFirst()
                .orElse("");
    }

    private double[] values(ToDoubleFunction<Measurement> figure) {
        return rounds.stream().mapToDouble(figure).toArray();
    }
}
