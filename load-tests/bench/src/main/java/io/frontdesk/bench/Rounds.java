package io.frontdesk.bench;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.figures.Series;
import io.frontdesk.bench.load.Driver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A, B, C, A, B, C, …: every target warmed up, then each once a round.
 *
 * @param rounds 1 to 50
 * @param warmUp of each target, before the first round
 * @param measured of each target, in each round
 */
record Rounds(int rounds, Duration warmUp, Duration measured) {
    Rounds {
        if (rounds < 1 || rounds > 50) {
            throw new IllegalArgumentException("rounds must be 1 to 50: " + rounds);
        }
    }

    /**
     * Drives all targets.
     *
     * @param progress told a line after each measurement
     */
    List<Series> run(List<Target> targets, Driver warmer, Driver driver, Consumer<String> progress) {
        for (var target : targets) {
            requireReplies(target, drive(warmer, target, warmUp));
            progress.accept("warm: " + target.name());
        }
        var measurements =
                targets.stream().map(target -> new ArrayList<Measurement>()).toList();
        for (int round = 1; round <= rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                var measurement = drive(driver, targets.get(i), measured);
                requireReplies(targets.get(i), measurement);
                measurements.get(i).add(measurement);
                progress.accept("round %d of %d: %s: %.0f/s, p50 %.2f ms"
                        .formatted(round, rounds, targets.get(i).name(), measurement.rate(), measurement.p50Millis()));
            }
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < targets.size(); i++) {
            series.add(new Series(targets.get(i).name(), measurements.get(i)));
        }
        return series;
    }

    private static Measurement drive(Driver driver, Target target, Duration time) {
        try (var beside = target.beside().start()) {
            return driver.drive(target, Limit.of(time));
        }
    }

    private static void requireReplies(Target target, Measurement measurement) {
        if (measurement.replies() == 0) {
            throw new Failure("no right reply from %s (%s): %s"
                    .formatted(target.name(), target.base(), measurement.firstError()));
        }
    }
}
