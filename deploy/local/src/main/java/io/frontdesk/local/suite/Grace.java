package io.frontdesk.local.suite;

import io.frontdesk.local.process.Failure;
import io.frontdesk.local.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** How long an instance may take to stop: as long as it was told when it started, whatever the settings are by now. */
record Grace(Workspace workspace, Instance instance) {
    /** For what it does once nothing runs any more. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern MILLIS = Pattern.compile("(\\d+)ms");

    void tell(Map<String, String> environment) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), of(environment) + "\n");
        } catch (IOException e) {
            throw new Failure("cannot write " + file(), "check that the disk has room");
        }
    }

    Duration told() {
        try {
            return Duration.parse(Files.readString(file()).strip());
        } catch (IOException e) {
            return of(Map.of());
        }
    }

    static Duration of(Map<String, String> environment) {
        return duration(environment, "SHUTDOWN_DELAY", "0s")
                .plus(duration(environment, "SHUTDOWN_TIMEOUT", "30s"))
                .plus(MARGIN);
    }

    /** As Quarkus reads it: seconds, {@code 500ms}, {@code 10m}, or ISO 8601. */
    private static Duration duration(Map<String, String> environment, String variable, String otherwise) {
        var text = environment.getOrDefault(variable, otherwise).strip();
        var millis = MILLIS.matcher(text);
        if (NUMBER.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (millis.matches()) {
            return Duration.ofMillis(Long.parseLong(millis.group(1)));
        }
        try {
            return Duration.parse(Character.isDigit(text.charAt(0)) ? "PT" + text : text);
        } catch (RuntimeException e) {
            throw new Failure(variable + " cannot be read: " + text, "write it as 30s, 10m or PT10M");
        }
    }

    private Path file() {
        return workspace.data().resolve("run").resolve(instance.name() + ".grace");
    }
}
