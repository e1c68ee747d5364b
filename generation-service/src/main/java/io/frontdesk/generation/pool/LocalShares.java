package io.frontdesk.generation.pool;

import io.frontdesk.generation.pool.Pick.Reserved;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one replica may take of each key while the state Redis does not answer: its share of each limit, and in the first minute and
 * on the first day no more than its share of what was left when Redis was last seen. A key that was out, open or resting then is
 * not used, nor is one that has failed here since, and a replica that has never seen Redis uses none. So all replicas together
 * stay within each limit, up to what others took between a replica's last look (a second) and the loss.
 *
 * <p>Nobody waits here: there is no queue without Redis.
 */
final class LocalShares {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<String, Share> shares = new HashMap<>();
    private @Nullable KeyStates seen;
    private boolean blind;

    LocalShares(InstantSource clock) {
        this.clock = clock;
    }

    private record Taken(long at, long requests, long tokens) {}

    /** One key's: what was taken of late, and of today. */
    private static final class Share {
        private final Deque<Taken> minute = new ArrayDeque<>();
        private long dayRequests;
        private long dayTokens;
        private long restUntil;
    }

    /** Redis has been seen: what is known is of now. */
    synchronized void saw(KeyStates states) {
        seen = states;
        blind = false;
    }

    synchronized Pick pick(PickRequest request) {
        if (seen == null) {
            return new Pick.Exhausted(null);
        }
        if (!blind) {
            shares.clear();
            blind = true;
        }
        KeyStates known = seen;
        return request.candidates().stream()
                .filter(candidate -> mayUse(known, candidate.key(), request.tokens()))
                .min(Comparator.comparingInt(Candidate::rung)
                        .thenComparing(candidate -> candidate.key().priority())
                        .thenComparing(
                                candidate -> share(candidate.key()).minute.size()))
                .<Pick>map(candidate -> take(candidate.key(), request))
                .orElseGet(() -> new Pick.Exhausted(MINUTE));
    }

    /** A key that has failed while nobody else could be told is left alone for a while. */
    synchronized void ended(End end) {
        if (end.verdict() == Verdict.FAILURE || end.verdict() == Verdict.REFUSED) {
            Duration rest = end.rest().compareTo(REST_AFTER_FAILURE) > 0 ? end.rest() : REST_AFTER_FAILURE;
            share(end.reserved().key()).restUntil = now() + rest.toMillis();
        }
    }

    private boolean mayUse(KeyStates known, LlmKey key, int tokens) {
        Optional<KeyState> state = known.keys().stream()
                .filter(one -> one.key().alias().equals(key.alias()))
                .findFirst();
        Share share = share(key);
        if (state.isEmpty() || !state.get().isHealthy() || share.restUntil > now()) {
            return false;
        }
        share.minute.removeIf(taken -> taken.at() + MINUTE.toMillis() <= now());
        long requests = share.minute.stream().mapToLong(Taken::requests).sum();
        long read = share.minute.stream().mapToLong(Taken::tokens).sum();
        KeyLimits limits = key.limits();
        int replicas = known.replicas();
        return fits(limits.requestsPerMinute(), 0, replicas, requests + 1)
                && fits(limits.tokensPerMinute(), 0, replicas, read + tokens)
                && fits(limits.requestsPerDay(), state.get().dayRequests(), replicas, share.dayRequests + 1)
                && fits(limits.tokensPerDay(), state.get().dayTokens(), replicas, share.dayTokens + tokens);
    }

    private static boolean fits(long limit, long used, int replicas, long wanted) {
        return limit == 0 || wanted <= Math.floorDiv(limit - used, replicas);
    }

    private Pick take(LlmKey key, PickRequest request) {
        Share share = share(key);
        share.minute.addLast(new Taken(now(), 1, request.tokens()));
        share.dayRequests++;
        share.dayTokens += request.tokens();
        return new Reserved(key, request.id(), now() / 1000, request.tokens(), false, false);
    }

    /** What is already taken of the share: as much as leaves a part of what was left for everyone. */
    private Share share(LlmKey key) {
        return shares.computeIfAbsent(key.alias(), alias -> {
            var share = new Share();
            KeyStates known = seen;
            if (known != null) {
                known.keys().stream()
                        .filter(state -> state.key().alias().equals(alias))
                        .findFirst()
                        .ifPresent(state -> share.minute.addLast(
                                new Taken(now(), -part(known, -state.requests()), -part(known, -state.tokens()))));
            }
            return share;
        });
    }

    /** Rounded towards less. */
    private static long part(KeyStates known, long amount) {
        return Math.floorDiv(amount, known.replicas());
    }

    private long now() {
        return clock.millis();
    }
}
