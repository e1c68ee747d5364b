package io.frontdesk.auth.tenants;

import io.frontdesk.auth.state.RedisCompletenessStore;
import io.frontdesk.auth.state.StateConfig;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Writes the state of every tenant again when Redis has lost its data. */
@ApplicationScoped
class StateRestoration {
    private static final Logger LOG = Logger.getLogger(StateRestoration.class);

    private final RedisCompletenessStore completeness;
    private final TenantDirectory tenants;
    private final TenantStates states;
    private final int batch;
    private final Rounds rounds;

    StateRestoration(
            RedisCompletenessStore completeness,
            TenantDirectory tenants,
            TenantStates states,
            StateConfig config,
            Vertx vertx) {
        this.completeness = completeness;
        this.tenants = tenants;
        this.states = states;
        this.batch = config.batch();
        this.rounds = new Rounds(vertx, "Restoration of tenants' states", config.poll(), this::restore);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Restores what is missing; never asks to be called again at once. */
    private Uni<Boolean> restore() {
        UUID writer = UUID.randomUUID();
        return completeness.begin(writer).chain(missing -> missing ? restore(writer) : no());
    }

    private Uni<Boolean> restore(UUID writer) {
        return writeFrom(TenantDirectory.BEFORE_ALL, writer)
                .chain(() -> completeness.finish(writer))
                .invoke(done -> LOG.infof("States of tenants written again: %s", done ? "all" : "in vain"))
                .chain(StateRestoration::no);
    }

    private Uni<Void> writeFrom(UUID after, UUID writer) {
        return tenants.page(after, batch)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write(page)
                                .chain(() -> completeness.goOn(writer))
                                .chain(goOn -> goOn
                                        ? writeFrom(page.getLast().id(), writer)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> write(List<Tenant> page) {
        return states.writeAll(page.stream().map(Tenant::facts).toList());
    }

    private static Uni<Boolean> no() {
        return Uni.createFrom().item(false);
    }
}
