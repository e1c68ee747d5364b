package io.frontdesk.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.LongSupplier;

/** The windows that this gateway knows of. */
final class Memory {
    private final Cache<String, KnownWindow> windows;
    private final LongSupplier clock;

    /** Remembers nothing yet; the clock tells milliseconds and never goes back. */
    Memory(int size, LongSupplier clock) {
        this.windows = Caffeine.newBuilder().maximumSize(size).build();
        this.clock = clock;
    }

    long now() {
        return clock.getAsLong();
    }

    KnownWindow of(Limit limit) {
        return windows.get(limit.key(), absent -> new KnownWindow(limit, now()));
    }

    /** All that a Redis which lost everything has to be told. */
    List<KnownWindow> worthTelling() {
        return windows.asMap().values().stream()
                .filter(window -> window.isWorthTelling(now()))
                .toList();
    }

    /** What Redis has not been told yet. */
    List<KnownWindow> owing() {
        return windows.asMap().values().stream().filter(KnownWindow::owes).toList();
    }
}
