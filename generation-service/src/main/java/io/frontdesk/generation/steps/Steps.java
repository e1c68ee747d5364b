package io.frontdesk.generation.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The steps of one answer, as they are done. Thread-safe: steps are done where there is room for them. */
public final class Steps {
    private final LongSupplier nanos;
    private final long asked;
    private final List<Step> done = new ArrayList<>();

    /** @param nanos as {@link System#nanoTime} */
    public Steps(LongSupplier nanos) {
        this.nanos = nanos;
        this.asked = nanos.getAsLong();
    }

    public static Steps begin() {
        return new Steps(System::nanoTime);
    }

    /** Notes a step that has just been done. */
    public synchronized void note(String name, Map<String, Object> found) {
        done.add(new Step(name, Duration.ofNanos(nanos.getAsLong() - asked), found));
    }

    /** What has been done until now, in order. */
    public synchronized List<Step> done() {
        return List.copyOf(done);
    }
}
