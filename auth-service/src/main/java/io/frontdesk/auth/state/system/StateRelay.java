package io.frontdesk.auth.state.system;

import io.frontdesk.auth.state.StateConfig;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Writes to Redis the changes that were committed and not announced: their replica died, or Redis was away. */
@ApplicationScoped
class StateRelay {
    private final PgWaitingStore waiting;
    private final TenantStates states;
    private final StateConfig config;
    private final Rounds rounds;

    StateRelay(PgWaitingStore waiting, TenantStates states, StateConfig config, Vertx vertx) {
        this.waiting = waiting;
        this.states = states;
        this.config = config;
        this.rounds = new Rounds(vertx, "Relay of tenants' states", config.poll(), this::relay);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> relay() {
        return waiting.drain(config.grace(), config.batch(), states::writeAll).map(written -> written > 0);
    }
}
