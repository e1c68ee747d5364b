package io.frontdesk.bench.overload;

import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.figures.Report;
import io.frontdesk.bench.load.HttpDriver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Target;
import io.frontdesk.bench.scenario.SearchScenario;
import io.frontdesk.bench.scenario.Stage;
import java.time.Duration;
import java.util.List;

/**
 * Searches that no cache knows, asked as often as the suite can answer them, and 2, 5 and 10 times as often, whatever it answers. What it
 * can is found out first: the best that any of several crowds gets, who wait for their answers. Before that it is warmed up by a crowd, and by
 * ten times what the crowd gets, so that refusals are warm too.
 */
public final class OverloadBench {
    private static final List<Load> CROWDS =
            List.of(new Load.ClosedLoop(16), new Load.ClosedLoop(24), new Load.ClosedLoop(32));
    private static final List<Integer> TIMES = List.of(1, 2, 5, 10);

    private final Repository repository;
    private final Target target;

    private OverloadBench(Repository repository, Target target) {
        this.repository = repository;
        this.target = target;
    }

    public static OverloadBench of(Repository repository, Stage stage) {
        return new OverloadBench(repository, SearchScenario.unknown(stage.suite()));
    }

    /** The table, and where its figures are. */
    public String run(int rounds, Duration warmUp, Duration measured) {
        double warm = drive(CROWDS.getFirst(), warmUp).rate();
        drive(new Load.OpenLoop(TIMES.getLast() * warm), warmUp);
        double capacity = CROWDS.stream()
                .mapToDouble(crowd -> drive(crowd, measured).rate())
                .max()
                .orElseThrow();
        var loads = TIMES.stream().map(times -> OfferedLoad.of(times, capacity)).toList();
        for (int round = 1; round <= rounds; round++) {
            for (var load : loads) {
                var found = drive(new Load.OpenLoop(load.perSecond()), measured);
                load.rounds().add(found);
                System.err.printf(
                        "round %d of %d: %d x: %.0f/s good, %d refused%n",
                        round,
                        rounds,
                        load.times(),
                        found.rate(),
                        found.refusals().count());
            }
        }
        var file = Report.write(repository.results(), "overload", loads);
        return "searches, each new; capacity %.0f/s; median (least-most) of %d rounds%n%n%s%n%n%s"
                .formatted(capacity, rounds, OfferedLoad.table(loads), file);
    }

    private Measurement drive(Load load, Duration time) {
        try (var driver = new HttpDriver(load)) {
            return driver.drive(target, Limit.of(time));
        }
    }
}
