package io.frontdesk.ingestion.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the machine's memory a process holds. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";
    private static final int KIB = 1024;

    private ResidentMemory() {}

    /** In bytes; 0 where the machine does not say, or the process has ended. See {@code proc(5)}. */
    static long of(long pid) {
        try (var status = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return status.filter(line -> line.startsWith(FIELD))
                    .map(line -> line.substring(FIELD.length()).strip().split(" ", 2)[0])
                    .mapToLong(kib -> Long.parseLong(kib) * KIB)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
