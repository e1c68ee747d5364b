package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.state.StateChange;
import java.time.Instant;
import java.util.UUID;

/**
 * A business that the installation serves.
 *
 * @param version rises with each change of anything about it
 * @param settingsVersion rises with each change of its settings
 */
public record Tenant(
        UUID id, String name, String plan, TenantStatus status, long version, long settingsVersion, Instant createdAt) {
    /** The tenant to which the operator's credentials belong. */
    public static final UUID INSTALLATION = UUID.fromString("00000000-0000-7000-8000-000000000001");

    public static Tenant founded(UUID id, DisplayName name, String plan, Instant now) {
        return new Tenant(id, name.value(), plan, TenantStatus.ACTIVE, 1, 1, now);
    }

    /** What gateways have to know of it. */
    public StateChange facts() {
        return StateChange.Facts.of(id, version, status.stateName(), plan, settingsVersion);
    }
}
