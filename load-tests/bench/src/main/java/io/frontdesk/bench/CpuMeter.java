package io.frontdesk.bench;

import io.frontdesk.bench.figures.Table;
import io.frontdesk.bench.load.Driver;
import io.frontdesk.bench.load.Limit;
import io.frontdesk.bench.load.Measurement;
import io.frontdesk.bench.load.Target;
import io.frontdesk.bench.process.Processes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the processes behind a target take of the processor while it is driven: other work on the machine is not in it. */
final class CpuMeter implements Driver {
    private static final double LEAST_SHOWN = 0.001;

    private final Driver driver;
    private final Function<URI, Optional<Path>> processes;
    private final Map<String, Cost> costs = new HashMap<>();

    /** @param processes from the address of a target to the folder with the process ids of all that stands behind it */
    CpuMeter(Driver driver, Function<URI, Optional<Path>> processes) {
        this.driver = driver;
        this.processes = processes;
    }

    /** @param times of each process by its name */
    private record Cost(long replies, Map<String, Duration> times) {
        static Cost between(Map<String, Duration> before, Map<String, Duration> after, long replies) {
            var times = new TreeMap<String, Duration>();
            after.forEach((process, time) -> times.put(process, time.minus(before.getOrDefault(process, time))));
            return new Cost(replies, times);
        }

        Cost plus(Cost other) {
            var all = new TreeMap<>(times);
            other.times.forEach((process, time) -> all.merge(process, time, Duration::plus));
            return new Cost(replies + other.replies, all);
        }

        double millisPerReply() {
            return times.keySet().stream().mapToDouble(this::millisPerReply).sum();
        }

        double millisPerReply(String process) {
            return times.getOrDefault(process, Duration.ZERO).toNanos() / 1e6 / replies;
        }
    }

    @Override
    public Measurement drive(Target target, Limit limit) {
        var pids = processes.apply(target.base());
        var before = pids.map(Processes::times);
        var measurement = driver.drive(target, limit);
        pids.map(Processes::times)
                .map(after -> Cost.between(before.orElseThrow(), after, measurement.replies()))
                .ifPresent(cost -> costs.merge(target.name(), cost, Cost::plus));
        return measurement;
    }

    /** What a right reply of each target costs, of those of which it is known; the dearest processes first. */
    Optional<Table> table(List<Target> targets) {
        var known = new LinkedHashMap<String, Cost>();
        for (var target : targets) {
            var cost = costs.get(target.name());
            if (cost != null) {
                known.put(target.name(), cost);
            }
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        double first = known.firstEntry().getValue().millisPerReply();
        var table = new Table("target", "CPU ms per reply", "replies per CPU second", "x", "of which, ms");
        known.forEach((name, cost) -> {
            double millis = cost.millisPerReply();
            table.add(
                    name,
                    number("%.3f", millis),
                    number("%.0f", 1000 / millis),
                    number("%.2f", first / millis),
                    shares(cost));
        });
        return Optional.of(table);
    }

    private static String shares(Cost cost) {
        return cost.times().keySet().stream()
                .filter(process -> cost.millisPerReply(process) >= LEAST_SHOWN)
                .sorted(Comparator.comparingDouble(process -> -cost.millisPerReply(process)))
                .map(process -> process + " " + number("%.3f", cost.millisPerReply(process)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        driver.close();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
