package io.frontdesk.auth.signing;

import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets a replica learn of the keys that others have made, and make one when it is time. */
@ApplicationScoped
class KeyMaintenance {
    private final Rounds rounds;

    KeyMaintenance(SigningKeys keys, SigningConfig config, Vertx vertx) {
        this.rounds = new Rounds(vertx, "Signing keys", config.reloadEvery(), () -> keys.maintain()
                .replaceWith(false));
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }
}
