package io.frontdesk.kit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    /** Shortly before it starts again from the least. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final AtomicBoolean begun = new AtomicBoolean();
    private final Uni<String> work = Uni.createFrom().item(() -> {
        begun.set(true);
        return "done";
    });

    @Test
    void hasWhatTheHeaderSaysLessWhatHasPassed() {
        Deadline deadline = Deadline.told("250", nanos::get).orElseThrow();

        pass(Duration.ofMillis(100));

        assertThat(deadline.millisLeft()).isEqualTo(150);
        assertThat(deadline.isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-5", "+5", " 5", "1.5", "5s", "1e3", "0x5", "٥", "9999999999", "18446744073709551617"})
    void isNotThereWhereTheHeaderSaysNothingThatCanBeMeant(String told) {
        assertThat(Deadline.told(told, nanos::get)).isEmpty();
    }

    @Test
    void isOverWhereLessIsLeftThanCanBeHandedOn() {
        Deadline deadline = Deadline.told("1", nanos::get).orElseThrow();
        assertThat(deadline.isOver()).isFalse();

        pass(Duration.ofNanos(1));

        assertThat(deadline.isOver()).isTrue();
        pass(Duration.ofDays(1));
        assertThat(deadline.millisLeft()).isZero();
    }

    @Test
    void isBeforeAnotherThatHasMoreTime() {
        Deadline deadline = Deadline.in(Duration.ofMillis(5), nanos::get);
        Deadline later = Deadline.in(Duration.ofDays(1), nanos::get);

        assertThat(deadline.isBefore(later)).isTrue();
        assertThat(later.isBefore(deadline)).isFalse();
    }

    @Test
    void beginsNothingWhenItIsOver() {
        Deadline deadline = Deadline.in(Duration.ofMillis(5), nanos::get);
        Uni<String> held = deadline.hold(work);
        pass(Duration.ofMillis(5));

        Throwable failure = held.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(DeadlinePassed.class)
                .getFailure();

        assertThat(((DeadlinePassed) failure).begun()).isFalse();
        assertThat(begun).isFalse();
    }

    @Test
    void givesUpWhatTakesLonger() {
        var cancelled = new AtomicBoolean();
        Uni<String> endless =
                Uni.createFrom().<String>nothing().onCancellation().invoke(() -> cancelled.set(true));

        Throwable failure = Deadline.in(Duration.ofMillis(20))
                .hold(endless)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .assertFailedWith(DeadlinePassed.class)
                .getFailure();

        assertThat(((DeadlinePassed) failure).begun()).isTrue();
        assertThat(cancelled).isTrue();
    }

    @Test
    void letsPassWhatIsDoneInTime() {
        Deadline.in(Duration.ofMinutes(1))
                .hold(work)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .assertItem("done");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
