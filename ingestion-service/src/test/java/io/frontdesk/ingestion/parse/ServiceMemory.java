package io.frontdesk.ingestion.parse;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What this process, which stands for the service, takes. */
final class ServiceMemory {
    private static final int AT_LEAST = 2;
    private static final int AT_MOST = 20;
    private static final int BETWEEN_MILLIS = 100;

    private ServiceMemory() {}

    /** Bytes of heap that are in use when all that is unused has been collected. */
    static long heap() {
        return heap(Long.MAX_VALUE);
    }

    /**
     * The least of several looks. A thread that wrote to a program that was killed may hold the document for a moment longer,
     * so where more is in use than should be, there are more looks.
     */
    static long heap(long should) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < AT_LEAST || least >= should && i < AT_MOST; i++) {
            if (i >= AT_LEAST) {
                LockSupport.parkNanos(Duration.ofMillis(BETWEEN_MILLIS).toNanos());
            }
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
