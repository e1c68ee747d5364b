package io.frontdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Resident memory of the suite's processes. */
final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final String SUFFIX = ".pid";

    private Memory() {}

    /**
     * Of one process.
     *
     * @param ownMiB of itself
     * @param childrenMiB of all that it has started, such as the parser
     */
    record Resident(long pid, double ownMiB, double childrenMiB) {}

    /** By service and instance, as the launcher named them; processes that have ended are left out. */
    static Map<String, Resident> of(Path pids) {
        var resident = new TreeMap<String, Resident>();
        processes(pids).forEach((name, process) -> resident.put(name, resident(process)));
        return resident;
    }

    /** What runs of all that the launcher started, by its name. */
    static Map<String, ProcessHandle> processes(Path pids) {
        var running = new TreeMap<String, ProcessHandle>();
        for (var file : pidFiles(pids)) {
            var name = file.getFileName().toString();
            ProcessHandle.of(pid(file))
                    .filter(ProcessHandle::isAlive)
                    .ifPresent(process -> running.put(name.substring(0, name.length() - SUFFIX.length()), process));
        }
        return running;
    }

    private static Resident resident(ProcessHandle process) {
        double children = process.descendants()
                .mapToDouble(child -> residentMiB(child.pid()))
                .sum();
        return new Resident(process.pid(), residentMiB(process.pid()), children);
    }

    /** 0 for a process that has ended meanwhile. */
    private static double residentMiB(long pid) {
        try {
            var found = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
            return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : 0;
        } catch (IOException ended) {
            return 0;
        }
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
