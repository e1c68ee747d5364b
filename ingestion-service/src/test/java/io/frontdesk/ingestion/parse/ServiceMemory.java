package io.frontdesk.ingestion.parse;

import java.lang.management.ManagementFactory;

/** What this process, which stands for the service, takes. */
final class ServiceMemory {
    private static final int MANY = 2;

    private ServiceMemory() {}

    /** Bytes of heap that are in use when all that is unused has been collected: the lesser of two looks. */
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MANY; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Bytes of the machine's memory. */
    static long resident() {
        return ResidentMemory.of(ProcessHandle.current().pid());
    }
}
