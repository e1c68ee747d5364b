package io.frontdesk.bench.scenario;

import io.frontdesk.bench.environment.Failure;
import io.frontdesk.bench.process.Processes;
import java.nio.file.Path;
import java.time.Duration;

/** When nothing is left to do for the processes of a suite. */
final class Quiet {
    private static final Duration LOOK = Duration.ofMillis(500);
    /** What all of them take when nobody asks anything, and some more. */
    private static final double IDLE_CORES = 0.4;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Quiet() {}

    /** Returns after a minute at the latest. */
    static void await(Path pids) {
        long began = System.nanoTime();
        var before = total(pids);
        try {
            do {
                Thread.sleep(LOOK);
                var now = total(pids);
                if (now.minus(before).toNanos() < LOOK.toNanos() * IDLE_CORES) {
                    return;
                }
                before = now;
            } while (System.nanoTime() - began < PATIENCE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static Duration total(Path pids) {
        return Processes.times(pids).values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
