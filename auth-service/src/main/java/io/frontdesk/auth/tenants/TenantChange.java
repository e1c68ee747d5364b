package io.frontdesk.auth.tenants;

import io.frontdesk.auth.DisplayName;
import io.frontdesk.auth.audit.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to change about a tenant; what is absent stays. */
record TenantChange(Optional<DisplayName> name, Optional<String> plan, Optional<TenantStatus> status) {
    /** What was done between two versions of a tenant that goes on. */
    static List<Action> actions(Tenant before, Tenant after) {
        List<Action> actions = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            actions.add(Action.TENANT_CHANGED);
        }
        if (!before.plan().equals(after.plan())) {
            actions.add(Action.TENANT_PLAN_CHANGED);
        }
        if (before.status() != after.status()) {
            actions.add(after.status() == TenantStatus.ACTIVE ? Action.TENANT_RESUMED : Action.TENANT_SUSPENDED);
        }
        return actions;
    }
}
