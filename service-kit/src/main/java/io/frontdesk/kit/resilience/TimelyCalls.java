package io.frontdesk.kit.resilience;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Calls of one Redis that requests can go on without. Each has its time; where half of the last few failed or took longer, there
 * are none for a second, and then one. All calls share that, since it is one Redis that is slow.
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
                () -> Uni.createFrom()
                        .<T>deferred(call)
                        .onFailure()
                        .retry()
                        .atMost(1)
                        .ifNoItem()
                        .after(timeout)
                        .failWith(TimeoutException::new),
                type);
    }
}
