package io.frontdesk.auth.sessions;

import io.frontdesk.auth.signing.SigningConfig;
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

/**
 * Forgets that a session has ended once nothing of it can be shown any more: neither an access token, nor a refresh token
 * that may still stand on a Redis which was away when the session ended.
 */
@ApplicationScoped
class SessionPurge {
    private static final int BATCH = 1000;

    private final EndedSessions ended;
    private final Duration remembered;
    private final Clock clock;
    private final Rounds rounds;

    SessionPurge(EndedSessions ended, SessionConfig config, SigningConfig signing, Clock clock, Vertx vertx) {
        this.ended = ended;
        this.remembered = config.lifetime().plus(signing.accessTokenLifetime());
        this.clock = clock;
        this.rounds = new Rounds(vertx, "Purge of sessions", config.purgeEvery(), this::purge);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Whether there may be more. */
    Uni<Boolean> purge() {
        Instant before = clock.instant().minus(remembered);
        return ended.forget(before, BATCH).map(deleted -> deleted == BATCH);
    }
}
