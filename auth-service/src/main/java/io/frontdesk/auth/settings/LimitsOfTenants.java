package io.frontdesk.auth.settings;

import io.frontdesk.contracts.tokens.TenantLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The limits that tenants have settled for themselves, which gateways keep with what they are granted. */
@ApplicationScoped
public class LimitsOfTenants {
    private final PgGatewaySettingsStore store;

    LimitsOfTenants(PgGatewaySettingsStore store) {
        this.store = store;
    }

    /** As they hold now; {@link TenantLimits#UNKNOWN} where there is no such tenant. */
    public Uni<TenantLimits> of(UUID tenant) {
        return store.limits(tenant);
    }
}
