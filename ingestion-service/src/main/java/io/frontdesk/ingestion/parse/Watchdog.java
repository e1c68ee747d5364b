package io.frontdesk.ingestion.parse;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Kills a process that takes too long, unless it is closed before; never after. */
final class Watchdog implements AutoCloseable {
    private enum State {
        WATCHING,
        CALLED_OFF,
        BITING
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WATCHING);
    private final Thread thread;

    Watchdog(Process process, Duration limit) {
        this.thread = Thread.ofVirtual().name("parser-watchdog").start(() -> watch(process, limit));
    }

    /** Whether it killed the process, or is about to. */
    boolean hasBitten() {
        return state.get() == State.BITING;
    }

    @Override
    public void close() {
        state.compareAndSet(State.WATCHING, State.CALLED_OFF);
        thread.interrupt();
    }

    private void watch(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    && state.compareAndSet(State.WATCHING, State.BITING)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Closed in time: there is nothing left to do.
        }
    }
}
