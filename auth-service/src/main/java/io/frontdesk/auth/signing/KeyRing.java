package io.frontdesk.auth.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The keys of the installation at one time, the newest first. A key's life:
 *
 * <pre>made and published -- publication --> signs -- rotation --> verifies -- longest token --> gone</pre>
 *
 * <p>The first key signs at once, since nobody can know another.
 *
 * @param publication how long a key is published before it signs
 * @param longestToken how long what a key signed last may still be shown
 */
record KeyRing(List<SigningKey> keys, Duration publication, Duration longestToken) {
    KeyRing {
        keys = List.copyOf(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    SigningKey newest() {
        return keys.getFirst();
    }

    Instant activeFrom(SigningKey key) {
        return key.generation() == 1 ? key.createdAt() : key.createdAt().plus(publication);
    }

    /** The newest key that has been published for long enough. */
    SigningKey signing(Instant now) {
        return keys.stream()
                .filter(key -> !activeFrom(key).isAfter(now))
                .findFirst()
                .orElseGet(keys::getLast);
    }

    /** The key of a given id, if it counts now. */
    Optional<SigningKey> find(String kid, Instant now) {
        return published(now).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** All keys that sign, will sign, or have signed what can still be shown. */
    List<SigningKey> published(Instant now) {
        return IntStream.range(0, keys.size())
                .filter(i -> !isGone(i, now))
                .mapToObj(keys::get)
                .toList();
    }

    /** The newest generation whose time is over, 0 where there is none. */
    int goneGeneration(Instant now) {
        return IntStream.range(0, keys.size())
                .filter(i -> isGone(i, now))
                .map(i -> keys.get(i).generation())
                .max()
                .orElse(0);
    }

    /** Whether the newest key does not sign yet. */
    boolean isRotating(Instant now) {
        return activeFrom(newest()).isAfter(now);
    }

    /** Whether the newest key is that old. */
    boolean isOlderThan(Duration age, Instant now) {
        return !newest().createdAt().plus(age).isAfter(now);
    }

    private boolean isGone(int i, Instant now) {
        return i > 0 && !activeFrom(keys.get(i - 1)).plus(longestToken).isAfter(now);
    }
}
