package io.frontdesk.retrieval.embedding;

import io.frontdesk.retrieval.problem.RetrievalError.ModelUnavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How often and how long a remote model is asked again that does not answer, or answers what may pass: after a pause that
 * doubles each time, or the one that the model wishes where that is longer.
 *
 * @param retries how often at most
 * @param pauses how long all pauses may take together; one that would not fit is not begun
 */
record Patience(int retries, Duration pauses) {
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final int MOST_DOUBLINGS = 10;

    /** Ends with the first success, or with {@link ModelUnavailable}. */
    <T> Uni<T> during(Supplier<Uni<T>> call) {
        return attempt(call, 0, pauses);
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> call, int before, Duration left) {
        return call.get().onFailure().recoverWithUni(e -> {
            Duration pause = pause(e, before);
            if (before >= retries || !mayPass(e) || pause.compareTo(left) > 0) {
                return Uni.createFrom().failure(new ModelUnavailable(reason(e)));
            }
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .chain(() -> attempt(call, before + 1, left.minus(pause)));
        });
    }

    private static boolean mayPass(Throwable e) {
        return !(e instanceof ModelRefusal refusal) || refusal.mayPass();
    }

    private static Duration pause(Throwable e, int before) {
        long doubled = FIRST_PAUSE_MILLIS << Math.min(before, MOST_DOUBLINGS);
        Duration usual = Duration.ofMillis(ThreadLocalRandom.current().nextLong(doubled / 2, doubled + 1));
        return e instanceof ModelRefusal refusal && refusal.retryAfter().compareTo(usual) > 0
                ? refusal.retryAfter()
                : usual;
    }

    private static String reason(Throwable e) {
        return e instanceof ModelRefusal
                ? String.valueOf(e.getMessage())
                : "it does not answer (%s)".formatted(e.getClass().getSimpleName());
    }
}
