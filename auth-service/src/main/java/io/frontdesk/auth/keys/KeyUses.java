package io.frontdesk.auth.keys;

import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When keys were last used: gathered here, and written every few seconds by one statement for all, so that using a key writes
 * nothing. A replica that dies takes the uses of those seconds with it.
 */
@ApplicationScoped
public class KeyUses {
    /** About 2 MB. Of further keys the use is not noted until these are written. */
    private static final int CAPACITY = 10_000;

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final KeyUseStore store;
    private final Clock clock;
    private final Rounds rounds;
    private final Map<UUID, Instant> waiting = new ConcurrentHashMap<>();

    KeyUses(KeyUseStore store, Clock clock, Vertx vertx) {
        this.store = store;
        this.clock = clock;
        this.rounds = new Rounds(vertx, "last uses of keys", PAUSE, () -> flush().replaceWith(false));
    }

    void begin(@Observes StartupEvent starting) {
        rounds.start();
    }

    void end(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Notes that a key is used now. */
    public void note(UUID key) {
        note(key, clock.instant());
    }

    /** Writes what was gathered; where that fails, it goes on waiting. */
    Uni<Void> flush() {
        Map<UUID, Instant> taken = take();
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.save(taken).onFailure().invoke(() -> taken.forEach(this::note));
    }

    int size() {
        return waiting.size();
    }

    private void note(UUID key, Instant at) {
        if (waiting.size() < CAPACITY || waiting.containsKey(key)) {
            waiting.merge(key, at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private Map<UUID, Instant> take() {
        Map<UUID, Instant> taken = new HashMap<>();
        for (UUID key : waiting.keySet()) {
            Instant at = waiting.remove(key);
            if (at != null) {
                taken.put(key, at);
            }
        }
        return taken;
    }
}
