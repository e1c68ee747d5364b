package io.frontdesk.ingestion.parse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Kills a process that takes too long, unless it is closed before. */
final class Watchdog implements AutoCloseable {
    private final Thread thread;
    private volatile boolean bitten;

    Watchdog(Process process, Duration limit) {
        this.thread = Thread.ofVirtual().name("parser-watchdog").start(() -> watch(process, limit));
    }

    boolean hasBitten() {
        return bitten;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                bitten = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed in time: there is nothing left to do.
        }
    }
}
