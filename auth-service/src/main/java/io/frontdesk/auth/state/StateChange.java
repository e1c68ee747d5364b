package io.frontdesk.auth.state;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.TenantState;
import java.util.UUID;

/** Something of a tenant that gateways have to learn of. */
public sealed interface StateChange {
    UUID id();

    UUID tenantId();

    /**
     * The tenant as a whole.
     *
     * @param version rises with each change of the tenant
     * @param status as in {@link TenantState}
     */
    record Facts(UUID id, UUID tenantId, long version, String status, String plan, long settingsVersion)
            implements StateChange {
        public static Facts of(UUID tenantId, long version, String status, String plan, long settingsVersion) {
            return new Facts(Ids.next(), tenantId, version, status, plan, settingsVersion);
        }
    }

    /**
     * What is older no longer counts.
     *
     * @param name as in {@link TenantState}: {@code key:<id>}, {@code user:<id>}, …
     * @param epoch from now on
     */
    record Epoch(UUID id, UUID tenantId, String name, long epoch) implements StateChange {
        public static Epoch of(UUID tenantId, String name, long epoch) {
            return new Epoch(Ids.next(), tenantId, name, epoch);
        }
    }
}
