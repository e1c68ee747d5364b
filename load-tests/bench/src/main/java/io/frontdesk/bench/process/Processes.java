package io.frontdesk.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the launcher has started. */
public final class Processes {
    private static final String SUFFIX = ".pid";

    private Processes() {}

    /** What runs of all that the launcher started, by its name. */
    public static Map<String, ProcessHandle> of(Path pids) {
        var running = new TreeMap<String, ProcessHandle>();
        for (var file : pidFiles(pids)) {
            var name = file.getFileName().toString();
            ProcessHandle.of(pid(file))
                    .filter(ProcessHandle::isAlive)
                    .ifPresent(process -> running.put(name.substring(0, name.length() - SUFFIX.length()), process));
        }
        return running;
    }

    /** Makes a folder of this one, and of others that the launcher has started. */
    public static Path with(Path folder, String name, Child child, Path pids, String... others) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + SUFFIX), String.valueOf(child.pid()));
            for (var other : others) {
                Files.writeString(folder.resolve(other + SUFFIX), Files.readString(pids.resolve(other + SUFFIX)));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long each of them has had a processor, with all that it has started. */
    public static Map<String, Duration> times(Path pids) {
        var times = new TreeMap<String, Duration>();
        of(pids).forEach((name, process) -> times.put(name, time(process)));
        return times;
    }

    private static Duration time(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Path> pidFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static long pid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
