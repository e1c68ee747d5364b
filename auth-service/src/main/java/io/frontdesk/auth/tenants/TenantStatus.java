package io.frontdesk.auth.tenants;

import io.frontdesk.contracts.TenantState;
import java.util.Arrays;

/** Whether a tenant is served. */
public enum TenantStatus {
    ACTIVE(TenantState.ACTIVE),
    SUSPENDED(TenantState.SUSPENDED);

    private final String wireName;

    TenantStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static TenantStatus fromWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status of a tenant: " + name));
    }
}
