package io.frontdesk.bench.load;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.process.DebianTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Drives by {@code wrk}, for what is faster than a driver in Java. One request again and again; of the replies only the status is looked at. */
public final class WrkDriver implements Driver {
    private static final Pattern FIGURES =
            Pattern.compile("frontdesk: requests=(\\d+) errors=(\\d+) micros=(\\d+) p50=(\\S+) p95=(\\S+) p99=(\\S+)");
    private static final int PATIENCE_SECONDS = 15;

    private final Load.Wrk load;
    private final DebianTool wrk;
    private final Path script;

    /** @param folder where the script for wrk is written */
    public WrkDriver(Load.Wrk load, DebianTool wrk, Path folder) {
        this.load = load;
        this.wrk = wrk;
        this.script = folder.resolve("report.lua");
        try (var source = WrkDriver.class.getResourceAsStream("report.lua")) {
            Files.createDirectories(folder);
            Files.copy(java.util.Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public Measurement drive(Target target, Limit limit) {
        var request = target.requests().get();
        var arguments = new ArrayList<>(List.of(
                "-t1",
                "-c" + load.connections(),
                "-d" + Math.max(1, limit.time().toSeconds()) + "s",
                "-s" + script));
        request.headers().forEach((name, value) -> arguments.addAll(List.of("-H", name + ": " + value)));
        arguments.add(target.base().resolve(request.path()).toString());
        var command = wrk.command(arguments);
        command.environment().putAll(Map.of("BENCH_METHOD", request.method(), "BENCH_BODY", request.body()));
        return parse(run(command, limit.time().toSeconds() + PATIENCE_SECONDS));
    }

    @Override
    public void close() {}

    static Measurement parse(String output) {
        var figures = FIGURES.matcher(output);
        if (!figures.find()) {
            throw new Failure("wrk printed no figures: " + output.strip());
        }
        long errors = Long.parseLong(figures.group(2));
        return new Measurement(
                Long.parseLong(figures.group(1)) - errors,
                errors,
                Long.parseLong(figures.group(3)) / 1e6,
                Double.parseDouble(figures.group(4)),
                Double.parseDouble(figures.group(5)),
                Double.parseDouble(figures.group(6)),
                Percentiles.NONE,
                errors == 0 ? "" : "counted by wrk");
    }

    private static String run(ProcessBuilder command, long patienceSeconds) {
        try {
            var process = command.redirectErrorStream(true).start();
            try {
                var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                    throw new Failure("wrk did not end");
                }
                return output;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failed) {
            throw new Failure("wrk does not run: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", interrupted);
        }
    }
}
