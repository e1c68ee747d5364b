package io.frontdesk.bench;

import io.frontdesk.bench.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Resident memory of the suite's processes. */
final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

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
        Processes.of(pids).forEach((name, process) -> resident.put(name, resident(process)));
        return resident;
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
}
