package io.frontdesk.kit.resilience;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Calls of one Redis that requests can go on without. Each has its time; where half of the last few failed or took longer, there
 * are none for a second, and then one. All calls share that, since it is one Redis that is slow. A process that was too busy to look
 * is not taken for that: what has come by the time is looked at before a call is given up.
 */
public final class TimelyCalls {
    private static final int WINDOW = 10;
    private static final double FAILURES = 0.5;
    private static final long OPEN_SECONDS = 1;

    private final Duration timeout;
    private final Guard breaker;

    /**
     * No call so far; the last ten count.
     *
     * @param name of the breaker
     * @param timeout of each call, the second try included
     */
    public TimelyCalls(String name, Duration timeout) {
        this(name, timeout, WINDOW);
    }

    /**
     * No call so far.
     *
     * @param name of the breaker
     * @param timeout of each call, the second try included
     * @param window how many of the last calls count; more than are under way at once, or else one pause of this process, in which all
     *     of those are too late, looks like a Redis that is gone
     */
    public TimelyCalls(String name, Duration timeout, int window) {
        this.timeout = timeout;
        this.breaker = Guard.create()
                .withDescription(name)
                .withCircuitBreaker()
                .requestVolumeThreshold(window)
                .failureRatio(FAILURES)
                .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
                .done()
                .build();
    }

    /**
     * One call. A connection that Redis has closed is found out by using it, so what fails at once is tried once more.
     *
     * @param type of what is returned
     * @return fails with {@link TimeoutException} where it took too long, and with {@link
     *     org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException} where it was not made
     */
    public <T> Uni<T> call(TypeLiteral<Uni<T>> type, Supplier<Uni<? extends T>> call) {
        return breaker.get(
                () -> inTime(
                        Uni.createFrom().<T>deferred(call).onFailure().retry().atMost(1)),
                type);
    }

    private <T> Uni<T> inTime(Uni<T> reply) {
        Context loop = Vertx.currentContext();
        return loop == null || !loop.isEventLoopContext()
                ? reply.ifNoItem().after(timeout).failWith(TimeoutException::new)
                : Uni.join().first(reply, this.<T>late(loop.owner())).toTerminate();
    }

    /** Fails when the time is over. A second timer is due only after the loop has read what had come until the first. */
    private <T> Uni<T> late(Vertx vertx) {
        return Uni.createFrom().emitter(late -> {
            var timer = new AtomicLong();
            late.onTermination(() -> vertx.cancelTimer(timer.get()));
            timer.set(vertx.setTimer(
                    timeout.toMillis(),
                    over -> timer.set(vertx.setTimer(1, looked -> late.fail(new TimeoutException())))));
        });
    }
}
