package io.frontdesk.generation.pool;

import java.util.List;

/**
 * How many keys stand how.
 *
 * @param open whose breaker is not closed
 */
record KeyCounts(long total, long healthy, long open) {
    static KeyCounts of(List<KeyState> states) {
        return new KeyCounts(
                states.size(),
                states.stream().filter(KeyState::isHealthy).count(),
                states.stream()
                        .filter(key -> key.breaker() != KeyState.Breaker.CLOSED)
                        .count());
    }

    /** Whose provider refuses them, until an operator looks. */
    long degraded() {
        return total - healthy - open;
    }
}
