package io.frontdesk.generation.pool;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How keys stand.
 *
 * @param replicas that have asked of late, this one included
 * @param second of the Redis clock
 */
public record KeyStates(List<KeyState> keys, int replicas, long second) {
    public KeyStates {
        keys = List.copyOf(keys);
    }

    /** Until the first may be used; empty where nobody knows. */
    Optional<Duration> earliest() {
        return keys.stream()
                .map(KeyState::delay)
                .filter(Objects::nonNull)
                .map(Duration.class::cast)
                .min(Duration::compareTo);
    }
}
