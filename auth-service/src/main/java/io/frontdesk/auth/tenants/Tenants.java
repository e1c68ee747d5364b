package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tenants and their life. */
@ApplicationScoped
public class Tenants {
    private static final Logger LOG = Logger.getLogger(Tenants.class);

    private final PgTenantStore store;
    private final TenantStates states;
    private final Clock clock;

    Tenants(PgTenantStore store, TenantStates states, Clock clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    /** A new tenant, active from the start. */
    Uni<Tenant> create(DisplayName name, String plan) {
        Tenant tenant = Tenant.founded(Ids.next(), name, plan, clock.instant());
        return store.insert(tenant, () -> states.write(tenant.facts())).replaceWith(tenant);
    }

    /**
     * The tenant with a given id, which is founded where it is not there yet. Its state is written again where Redis answers;
     * where it does not, a service that is about to start has to start all the same.
     */
    public Uni<Tenant> ensure(UUID id, DisplayName name, String plan) {
        Tenant tenant = Tenant.founded(id, name, plan, clock.instant());
        return store.insertIfAbsent(tenant).chain(() -> get(id)).call(this::tryToWriteState);
    }

    /** A tenant; fails with {@link AuthError.NotFound} where there is none of this id. */
    public Uni<Tenant> get(UUID id) {
        return store.find(id).map(found -> found.orElseThrow(() -> new AuthError.NotFound("tenant")));
    }

    private Uni<Void> tryToWriteState(Tenant tenant) {
        return states.write(tenant.facts())
                .onFailure()
                .invoke(e -> LOG.warnf(e.getCause(), "The state of tenant %s is not written", tenant.id()))
                .onFailure()
                .recoverWithNull();
    }
}
