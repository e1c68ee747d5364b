package io.frontdesk.generation.answer;

import io.smallrye.mutiny.Multi;
import java.time.Duration;

/** Beats between the items of a stream, so that proxies do not take its silence for its end. */
final class KeepAlive {
    /** What comes of such a stream. */
    sealed interface Signal<T> {
        record Item<T>(T item) implements Signal<T> {}

        record Beat<T>() implements Signal<T> {}

        record End<T>() implements Signal<T> {}
    }

    private KeepAlive() {}

    /** The items, with a beat after each {@code every}, until the items end. */
    static <T> Multi<Signal<T>> within(Multi<T> items, Duration every) {
        Multi<Signal<T>> told = Multi.createBy()
                .concatenating()
                .streams(items.map(Signal.Item::new), Multi.createFrom().item(Signal.End::new));
        Multi<Signal<T>> beats = Multi.createFrom()
                .ticks()
                .startingAfter(every)
                .every(every)
                .onOverflow()
                .drop()
                .map(tick -> new Signal.Beat<>());
        return Multi.createBy()
                .merging()
                .streams(told, beats)
                .select()
                .first(signal -> !(signal instanceof Signal.End));
    }
}
