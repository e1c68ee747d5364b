package io.frontdesk.auth.settings;

import io.frontdesk.auth.audit.Action;
import io.frontdesk.auth.audit.AuditEvent;
import io.frontdesk.auth.plans.Plans;
import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.auth.state.TenantStates;
import io.frontdesk.auth.tenants.Tenant;
import io.frontdesk.auth.tenants.Tenants;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** The settings of tenants, always within the plan that a tenant is on. */
@ApplicationScoped
class SettingsOfTenants {
    private final PgGatewaySettingsStore store;
    private final Tenants tenants;
    private final Plans plans;
    private final TenantStates states;
    private final Clock clock;

    SettingsOfTenants(PgGatewaySettingsStore store, Tenants tenants, Plans plans, TenantStates states, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.plans = plans;
        this.states = states;
        this.clock = clock;
    }

    /** As they hold now; fails with {@link AuthError.NotFound} where there is no such tenant. */
    Uni<VersionedSettings> get(UUID tenant) {
        // The tenant first: settings that change meanwhile are newer than their version, and will be read again.
        return tenants.get(tenant).chain(known -> store.find(tenant)
                .map(found -> new VersionedSettings(
                        known.settingsVersion(), within(known, found.orElse(GatewaySettings.DEFAULT)))));
    }

    /**
     * Sets them all anew. Fails with {@link InvalidField} for a limit above the plan's, or with
     * {@link AuthError.StateNotWritten} after all was done.
     */
    Uni<GatewaySettings> put(Caller by, GatewaySettings settings) {
        return tenants.get(by.tenantId())
                .invoke(tenant -> plans.find(tenant.plan()).ifPresent(settings::requireWithin))
                .call(tenant -> save(by, tenant, settings))
                .map(tenant -> within(tenant, settings));
    }

    private Uni<Void> save(Caller by, Tenant tenant, GatewaySettings settings) {
        AuditEvent event =
                AuditEvent.of(tenant.id(), clock.instant(), Action.SETTINGS_CHANGED, by.subject(), "settings:gateway");
        return store.save(tenant.id(), settings, event).chain(saved -> states.announce(saved));
    }

    private GatewaySettings within(Tenant tenant, GatewaySettings settings) {
        return plans.find(tenant.plan()).map(settings::within).orElse(settings);
    }
}
