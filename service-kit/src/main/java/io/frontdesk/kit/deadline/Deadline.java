package io.frontdesk.kit.deadline;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * By when something has to be done. The clock of the day plays no part in it.
 *
 * @param at an instant of the clock
 * @param nanoTime the clock, such as {@link System#nanoTime}
 */
public record Deadline(long at, LongSupplier nanoTime) {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int MOST_DIGITS = 9;

    public static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + time.toNanos(), nanoTime);
    }

    /** What a header says that came just now; empty where it says nothing that can be meant. */
    static Optional<Deadline> told(String millis, LongSupplier nanoTime) {
        boolean isCount = !millis.isEmpty()
                && millis.length() <= MOST_DIGITS
                && millis.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        long left = isCount ? Long.parseLong(millis) : 0;
        return left > 0 ? Optional.of(in(Duration.ofMillis(left), nanoTime)) : Optional.empty();
    }

    /** Whole milliseconds, as the header says them; 0 where it is over. */
    public long millisLeft() {
        return Math.max(0, (at - nanoTime.getAsLong()) / NANOS_PER_MILLI);
    }

    /** Whether less is left than the header can say. */
    public boolean isOver() {
        return millisLeft() == 0;
    }

    public boolean isBefore(Deadline other) {
        return at - other.at < 0;
    }

    /** The work, which is not begun where the time is over, and cancelled when it is; it fails with {@link DeadlinePassed} then. */
    public <T> Uni<T> hold(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            long left = millisLeft();
            return left == 0
                    ? Uni.createFrom().failure(new DeadlinePassed(false))
                    : work.ifNoItem().after(Duration.ofMillis(left)).failWith(() -> new DeadlinePassed(true));
        });
    }
}
