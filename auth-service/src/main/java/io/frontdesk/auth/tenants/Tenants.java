package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.contracts.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Tenants and their life. */
@ApplicationScoped
public class Tenants {
    private final PgTenantStore store;
    private final RedisTenantStateStore states;
    private final Clock clock;

    Tenants(PgTenantStore store, RedisTenantStateStore states, Clock clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    /** A new tenant, active from the start. */
    Uni<Tenant> create(DisplayName name, String plan) {
        Tenant tenant = Tenant.founded(Ids.next(), name, plan, clock.instant());
        return store.insert(tenant, () -> states.write(tenant)).replaceWith(tenant);
    }

    /** The tenant with a given id, which is founded where it is not there yet; its state is written either way. */
    public Uni<Tenant> ensure(UUID id, DisplayName name, String plan) {
        Tenant tenant = Tenant.founded(id, name, plan, clock.instant());
        return store.insertIfAbsent(tenant).chain(() -> get(id)).call(states::write);
    }

    /** A tenant; fails with {@link AuthError.NotFound} where there is none of this id. */
    public Uni<Tenant> get(UUID id) {
        return store.find(id).map(found -> found.orElseThrow(() -> new AuthError.NotFound("tenant")));
    }
}
