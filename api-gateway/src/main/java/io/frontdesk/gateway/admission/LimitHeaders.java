package io.frontdesk.gateway.admission;

import io.frontdesk.gateway.admission.Decision.State;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What a client is told of its limits: by draft-ietf-httpapi-ratelimit-headers-10 all of them and the one of which the least is left,
 * and by the older names that are widely read, per minute and hour. Every response has them, so they are put together by hand.
 */
record LimitHeaders(Decision decision) {
    private static final long MILLIS = 1_000;
    private static final long SECONDS = 60;

    void addTo(MultiMap headers) {
        headers.set("RateLimit-Policy", policies());
        State nearest = nearest(decision.states());
        headers.set(
                "RateLimit",
                "\"" + nearest.limit().policy() + "\";r=" + left(nearest) + ";t=" + seconds(delay(nearest)));
        add(headers, "Minute", Limits.MINUTE);
        add(headers, "Hour", Limits.HOUR);
    }

    /** By the names that OpenAI's clients read: of the minute of which the least is left. */
    void addForOpenAi(MultiMap headers) {
        State nearest = nearest(of(Limits.MINUTE));
        headers.set("x-ratelimit-limit-requests", Long.toString(nearest.limit().most()));
        headers.set("x-ratelimit-remaining-requests", Long.toString(left(nearest)));
        headers.set("x-ratelimit-reset-requests", duration(seconds(delay(nearest))));
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

    private String policies() {
        var policies = new StringBuilder();
        for (State state : decision.states()) {
            Limit limit = state.limit();
            policies.append(policies.isEmpty() ? "\"" : ", \"")
                    .append(limit.policy())
                    .append("\";q=")
                    .append(limit.most())
                    .append(";w=")
                    .append(limit.window().toSeconds());
        }
        return policies.toString();
    }

    /** The one that refuses for the longest, else the one of which the least is left. */
    private static State nearest(List<State> states) {
        return states.stream()
                .max(Comparator.comparingLong(State::refusedFor)
                        .thenComparing(Comparator.comparingLong(State::left).reversed()))
                .orElseThrow();
    }

    private static long left(State state) {
        return state.refusedFor() > 0 ? 0 : state.left();
    }

    private static long delay(State state) {
        return state.refusedFor() > 0 ? state.refusedFor() : state.reset();
    }

    private void add(MultiMap headers, String name, Duration window) {
        List<State> states = of(window);
        if (!states.isEmpty()) {
            long most = Long.MAX_VALUE;
            long left = Long.MAX_VALUE;
            for (State state : states) {
                most = Math.min(most, state.limit().most());
                left = Math.min(left, state.left());
            }
            headers.set("X-RateLimit-Limit-" + name, Long.toString(most));
            headers.set("X-RateLimit-Remaining-" + name, Long.toString(left));
        }
    }

    private List<State> of(Duration window) {
        return decision.states().stream()
                .filter(state -> state.limit().window().equals(window))
                .toList();
    }

    /** As Go writes it, and OpenAI: {@code 9s}, {@code 1m1s}. */
    private static String duration(long seconds) {
        return seconds < SECONDS ? seconds + "s" : seconds / SECONDS + "m" + seconds % SECONDS + "s";
    }

    private static long seconds(long millis) {
        return (millis + MILLIS - 1) / MILLIS;
    }
}
