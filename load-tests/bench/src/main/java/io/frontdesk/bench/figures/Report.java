package io.frontdesk.bench.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.frontdesk.bench.load.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The figures as JSON, with what they were measured on. */
public final class Report {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Report() {}

    /** Writes {@code <folder>/<name>.json}: {@code {"name", "at", "machine", "figures"}}. */
    public static Path write(Path folder, String name, Object figures) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(name + ".json");
            Files.writeString(file, json(new Sheet(name, Instant.now().toString(), Machine.here(), figures)));
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The figures of a comparison: every round, and what they come to beside the baseline. */
    public static Figures of(Comparison comparison) {
        var targets = comparison.series().stream()
                .map(series -> new TargetFigures(
                        series.target(),
                        series.rate(),
                        series.p50(),
                        series.p95(),
                        series.p99(),
                        series.rateOver(comparison.baseline()),
                        series.p50Over(comparison.baseline()),
                        series.p99Over(comparison.baseline()),
                        series.rounds()))
                .toList();
        return new Figures(comparison.load(), targets);
    }

    private static String json(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value) + "\n";
    }

    record Sheet(String name, String at, Machine machine, Object figures) {}

    record Machine(int cores, String os, String java) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    System.getProperty("java.runtime.version"));
        }
    }

    public record Figures(String load, List<TargetFigures> targets) {}

    public record TargetFigures(
            String target,
            Spread rate,
            Spread p50Millis,
            Spread p95Millis,
            Spread p99Millis,
            Spread rateOverBaseline,
            Spread p50OverBaseline,
            Spread p99OverBaseline,
            List<Measurement> rounds) {}
}
