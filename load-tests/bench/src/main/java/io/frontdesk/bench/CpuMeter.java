package io.frontdesk.bench;

import io.frontdesk.bench.figures.Table;
import io.frontdesk.bench.load.Driver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what the processes behind a target take of the processor while it is driven: other work on the machine is not in it. */
final class CpuMeter implements Driver {
    private final Driver driver;
    private final Function<URI, Optional<Path>> processes;
    private final Map<String, Cost> costs = new HashMap<>();

    /** @param processes from the address of a target to the folder with the process ids of all that stands behind it */
    CpuMeter(Driver driver, Function<URI, Optional<Path>> processes) {
        this.driver = driver;
        this.processes = processes;
    }

    private record Cost(long replies, Duration time) {
        Cost plus(Cost other) {
            return new Cost(replies + other.replies, time.plus(other.time));
        }

        double millisPerReply() {
            return time.toNanos() / 1e6 / replies;
        }
    }

    @Override
    public Measurement drive(Target target, Limit limit) {
        var pids = processes.apply(target.base());
        var before = pids.map(CpuMeter::time);
        var measurement = driver.drive(target, limit);
        pids.map(CpuMeter::time)
                .map(after -> new Cost(measurement.replies(), after.minus(before.orElseThrow())))
                .ifPresent(cost -> costs.merge(target.name(), cost, Cost::plus));
        return measurement;
    }

    /** What a right reply of each target costs, where that is known of all of them. */
    Optional<Table> table(List<Target> targets) {
        var known = targets.stream()
                .flatMap(target -> Optional.ofNullable(costs.get(target.name())).stream())
                .toList();
        if (known.size() < targets.size()) {
            return Optional.empty();
        }
        var table = new Table("target", "CPU ms per reply", "replies per CPU second", "x");
        for (int i = 0; i < targets.size(); i++) {
            double millis = known.get(i).millisPerReply();
            table.add(
                    targets.get(i).name(),
                    number("%.2f", millis),
                    number("%.0f", 1000 / millis),
                    number("%.2f", known.getFirst().millisPerReply() / millis));
        }
        return Optional.of(table);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Duration time(Path pids) {
        return Memory.processes(pids).values().stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
