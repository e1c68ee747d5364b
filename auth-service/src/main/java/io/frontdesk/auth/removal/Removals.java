package io.frontdesk.auth.removal;

import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.contracts.Ids;
import io.frontdesk.kit.resilience.Backoff;
import io.frontdesk.kit.rounds.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes tenants, one at a time in each replica, trying again until nothing is left of them. */
@ApplicationScoped
class Removals {
    private static final Logger LOG = Logger.getLogger(Removals.class);

    private final RemovalQueue queue;
    private final KeepersClient keepers;
    private final TenantStates states;
    private final RedisUserSessionsStore sessions;
    private final RemovalConfig config;
    private final Clock clock;
    private final Backoff backoff;
    private final Rounds rounds;

    Removals(
            RemovalQueue queue,
            KeepersClient keepers,
            TenantStates states,
            RedisUserSessionsStore sessions,
            RemovalConfig config,
            Clock clock,
            Vertx vertx) {
        this.queue = queue;
        this.keepers = keepers;
        this.states = states;
        this.sessions = sessions;
        this.config = config;
        this.clock = clock;
        this.backoff = Backoff.of(config.firstPause(), config.longestPause(), 0);
        this.rounds = new Rounds(vertx, "Removal of tenants", config.poll(), this::takeOne);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    private Uni<Boolean> takeOne() {
        return queue.next(config.lease()).chain(found -> found.map(this::tryToRemove)
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> tryToRemove(Removal removal) {
        UUID tenant = removal.tenant().id();
        return remove(removal)
                .invoke(() -> LOG.infof("Tenant %s is removed", tenant))
                .onFailure()
                .invoke(e -> LOG.warnf("Tenant %s is not removed yet, attempt %d: %s", tenant, removal.attempts(), e))
                .onFailure()
                .recoverWithUni(() -> queue.retryAfter(tenant, backoff.after(removal.attempts())))
                .replaceWith(true);
    }

    /** Gateways first: they may not have been told yet, and afterwards nothing here remembers that they have to be. */
    private Uni<Void> remove(Removal removal) {
        Tenant tenant = removal.tenant();
        return states.write(tenant.facts())
                .chain(() -> askServices(removal))
                .chain(() -> sessions.remove(tenant.id()))
                .chain(() -> states.forgetEpochs(tenant.id()))
                .chain(() -> queue.finish(tenant.id(), event(removal)));
    }

    private Uni<Void> askServices(Removal removal) {
        UUID tenant = removal.tenant().id();
        return Multi.createFrom()
                .iterable(config.services())
                .filter(service -> !removal.done().contains(service))
                .onItem()
                .transformToUniAndConcatenate(
                        service -> keepers.remove(service, tenant).chain(() -> queue.done(tenant, service)))
                .onItem()
                .ignoreAsUni();
    }

    /** In the operator's trail, since the tenant's own goes with it. */
    private AuditEvent event(Removal removal) {
        Tenant tenant = removal.tenant();
        return new AuditEvent(
                Ids.next(),
                Tenant.INSTALLATION,
                clock.instant(),
                Action.TENANT_REMOVED,
                removal.actor(),
                "tenant:" + tenant.id(),
                true,
                removal.requestId(),
                Map.of("name", tenant.name()));
    }
}
