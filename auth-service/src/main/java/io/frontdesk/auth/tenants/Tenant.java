package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.problem.AuthError;
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

    /**
     * The tenant with what is asked for; itself where it is so already.
     *
     * @throws AuthError.TenantUnchangeable where it must stay as it is
     */
    Tenant change(TenantChange change) {
        if (status == TenantStatus.DELETING) {
            throw new AuthError.TenantUnchangeable("The tenant is being deleted");
        }
        Tenant changed = with(
                change.name().map(DisplayName::value).orElse(name),
                change.plan().orElse(plan),
                change.status().orElse(status));
        if (changed.status != TenantStatus.ACTIVE) {
            requireNotOurs("suspended");
        }
        return changed;
    }

    /**
     * The tenant on its way out.
     *
     * @throws AuthError.TenantUnchangeable where it is the installation's own
     */
    Tenant delete() {
        requireNotOurs("deleted");
        return with(name, plan, TenantStatus.DELETING);
    }

    /** What gateways have to know of it. */
    public StateChange facts() {
        return StateChange.Facts.of(id, version, status.stateName(), plan, settingsVersion);
    }

    private Tenant with(String newName, String newPlan, TenantStatus newStatus) {
        boolean same = newName.equals(name) && newPlan.equals(plan) && newStatus == status;
        return same ? this : new Tenant(id, newName, newPlan, newStatus, version + 1, settingsVersion, createdAt);
    }

    private void requireNotOurs(String what) {
        if (id.equals(INSTALLATION)) {
            throw new AuthError.TenantUnchangeable("The installation's own tenant cannot be " + what);
        }
    }
}
