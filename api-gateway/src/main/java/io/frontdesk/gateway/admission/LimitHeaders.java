package io.frontdesk.gateway.admission;

import io.frontdesk.gateway.admission.Decision.State;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a client is told of its limits: by draft-ietf-httpapi-ratelimit-headers-10 all of them and the one of which the least is left,
 * and by the older names that are widely read, per minute and hour.
 */
record LimitHeaders(Decision decision) {
    private static final long MILLIS = 1_000;

    void addTo(MultiMap headers) {
        List<State> states = decision.states();
        headers.set(
                "RateLimit-Policy", states.stream().map(LimitHeaders::policy).collect(Collectors.joining(", ")));
        State nearest = nearest();
        headers.set(
                "RateLimit",
                String.format(
                        Locale.ROOT,
                        "\"%s\";r=%d;t=%d",
                        nearest.limit().policy(),
                        nearest.refusedFor() > 0 ? 0 : nearest.left(),
                        seconds(nearest.refusedFor() > 0 ? nearest.refusedFor() : nearest.reset())));
        add(headers, "Minute", Limits.MINUTE);
        add(headers, "Hour", Limits.HOUR);
    }

    /** The limits that refuse. */
    List<String> violated() {
        return decision.states().stream()
                .filter(state -> state.refusedFor() > 0)
                .map(state -> state.limit().policy())
                .toList();
    }

    /** Seconds after which it is worth coming again. */
    long retryAfter() {
        return Math.max(
                1,
                seconds(decision.states().stream()
                        .mapToLong(State::refusedFor)
                        .max()
                        .orElse(0)));
    }

    /** The one that refuses for the longest, else the one of which the least is left. */
    private State nearest() {
        return decision.states().stream()
                .max(Comparator.comparingLong(State::refusedFor)
                        .thenComparing(Comparator.comparingLong(State::left).reversed()))
                .orElseThrow();
    }

    private void add(MultiMap headers, String name, Duration window) {
        List<State> states = decision.states().stream()
                .filter(state -> state.limit().window().equals(window))
                .toList();
        if (!states.isEmpty()) {
            headers.set(
                    "X-RateLimit-Limit-" + name,
                    least(states.stream().map(state -> state.limit().most()).toList()));
            headers.set(
                    "X-RateLimit-Remaining-" + name,
                    least(states.stream().map(State::left).toList()));
        }
    }

    private static String least(List<Long> numbers) {
        return Long.toString(numbers.stream().mapToLong(Long::longValue).min().orElseThrow());
    }

    private static String policy(State state) {
        Limit limit = state.limit();
        return String.format(
                Locale.ROOT,
                "\"%s\";q=%d;w=%d",
                limit.policy(),
                limit.most(),
                limit.window().toSeconds());
    }

    private static long seconds(long millis) {
        return (millis + MILLIS - 1) / MILLIS;
    }
}
