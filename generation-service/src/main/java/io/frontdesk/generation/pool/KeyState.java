package io.frontdesk.generation.pool;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a key stands.
 *
 * @param requests in the last minute
 * @param tokens in the last minute, those reserved by running requests included
 * @param dayRequests today
 * @param dayTokens today
 * @param daySeconds since it was first used today
 * @param untilMidnight seconds, UTC
 * @param failures among its last ten requests of late
 * @param out the provider's status for which an operator has to look; null where it is in use
 * @param delay until it may be used; zero: now; null: nobody knows
 */
public record KeyState(
        LlmKey key,
        long requests,
        long tokens,
        long dayRequests,
        long dayTokens,
        long daySeconds,
        long untilMidnight,
        int failures,
        Breaker breaker,
        @Nullable String out,
        @Nullable Duration delay) {
    /** {@code closed -> open -> half_open -> closed | open}: half-open, one request at a time finds out. */
    public enum Breaker {
        CLOSED,
        OPEN,
        HALF_OPEN;

        static Breaker of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /** Neither out, nor with an open breaker. */
    public boolean isHealthy() {
        return out == null && breaker == Breaker.CLOSED;
    }

    /** The greater share of a quota of the day that is taken; empty where there is no quota. */
    public OptionalDouble quotaUsed() {
        return Stream.of(
                        share(key.limits().requestsPerDay(), dayRequests),
                        share(key.limits().tokensPerDay(), dayTokens))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }

    private static OptionalDouble share(long limit, long taken) {
        return limit == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) taken / limit);
    }

    /** Until the first quota of the day is spent, if the day goes on like this; empty where both last until midnight. */
    public Optional<Duration> quotaSpentIn() {
        return Stream.of(
                        spentIn(key.limits().requestsPerDay(), dayRequests),
                        spentIn(key.limits().tokensPerDay(), dayTokens))
                .flatMap(Optional::stream)
                .min(Duration::compareTo);
    }

    private Optional<Duration> spentIn(long limit, long used) {
        if (limit == 0 || used == 0) {
            return Optional.empty();
        }
        double seconds = (double) Math.max(limit - used, 0) * Math.max(daySeconds, 1) / used;
        return seconds < untilMidnight ? Optional.of(Duration.ofSeconds((long) seconds)) : Optional.empty();
    }
}
