package io.frontdesk.bench.overload;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.environment.Repository;
import io.frontdesk.bench.figures.Report;
import io.frontdesk.bench.load.HttpDriver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Load;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Target;
import io.frontdesk.bench.load.WrkDriver;
import io.frontdesk.bench.process.DebianTool;
import io.frontdesk.bench.process.Processes;
import io.frontdesk.bench.scenario.CachedScenario;
import io.frontdesk.bench.scenario.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is given again, asked for as often all the time, while Redis stands still for two seconds, and while three times as
 * many ask for three: how many are served in each second.
 */
public final class RecoveryBench {
    public static final Load.OpenLoop USUAL = new Load.OpenLoop(1_700);
    private static final Load.Wrk WARMING = new Load.Wrk(32);
    private static final Disturbance STOPPED = new Disturbance("Redis stopped", 5, 2);
    private static final Disturbance CROWD = new Disturbance("three times as many", 20, 3);
    private static final int SECONDS = 35;

    private final Repository repository;
    private final Target target;

    private RecoveryBench(Repository repository, Target target) {
        this.repository = repository;
        this.target = target;
    }

    public static RecoveryBench of(Repository repository, Stage stage) {
        return new RecoveryBench(repository, CachedScenario.again(stage.suite()));
    }

    private record Disturbance(String name, int from, int seconds) {
        int to() {
            return from + seconds;
        }
    }

    /** The seconds, how soon they were as before, and where the figures are. */
    public String run(Load load, Duration warmUp) {
        if (!(load instanceof Load.OpenLoop(double perSecond))) {
            throw new Failure("recovery takes a rate, not connections");
        }
        try (var wrk = new WrkDriver(WARMING, DebianTool.wrk(repository.tools()), repository.results());
                var more = new HttpDriver(new Load.OpenLoop(2 * perSecond));
                var driver = new HttpDriver(load);
                var disturbing = Executors.newSingleThreadScheduledExecutor()) {
            wrk.drive(target, Limit.of(warmUp));
            driver.drive(target, Limit.of(warmUp));
            var seconds = new ServedSeconds(SECONDS);
            disturb(disturbing, more);
            var found = driver.drive(counted(seconds), Limit.of(Duration.ofSeconds(SECONDS)));
            var file = Report.write(repository.results(), "recovery", seconds.served());
            return "an answer given again, %s%n%n%s%n%n%s%n%n%s"
                    .formatted(load, seconds, remarks(seconds, perSecond, found), file);
        }
    }

    private Target counted(ServedSeconds seconds) {
        return new Target(target.name(), target.base(), target.requests(), body -> {
            boolean right = target.right().test(body);
            if (right) {
                seconds.note();
            }
            return right;
        });
    }

    private void disturb(ScheduledExecutorService disturbing, HttpDriver more) {
        long redis = Optional.ofNullable(Processes.of(repository.pids()).get("redis"))
                .orElseThrow(() -> new Failure("no Redis of the launcher runs"))
                .pid();
        disturbing.schedule(() -> signal("-STOP", redis), STOPPED.from(), TimeUnit.SECONDS);
        disturbing.schedule(() -> signal("-CONT", redis), STOPPED.to(), TimeUnit.SECONDS);
        disturbing.schedule(
                () -> more.drive(target, Limit.of(Duration.ofSeconds(CROWD.seconds()))),
                CROWD.from(),
                TimeUnit.SECONDS);
    }

    private static void signal(String signal, long process) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(process)).start();
        } catch (IOException e) {
            throw new Failure("kill does not run: " + e.getMessage(), e);
        }
    }

    private static String remarks(ServedSeconds seconds, double perSecond, Measurement found) {
        var served = "served %d, not %d (%s); p99 of those served %.1f ms"
                .formatted(found.replies(), found.errors(), found.firstError(), found.p99Millis());
        var lines = List.of(STOPPED, CROWD).stream()
                .map(each -> "%s in the seconds from %d to %d: %s"
                        .formatted(each.name(), each.from(), each.to(), back(seconds.back(each.to(), perSecond))))
                .toList();
        return String.join("\n", served, lines.getFirst(), lines.getLast());
    }

    private static String back(Optional<Integer> after) {
        return after.map(seconds -> "served as before %d s after".formatted(seconds))
                .orElse("not served as before again");
    }
}
