package io.frontdesk.auth.tenants;

import io.frontdesk.contracts.TenantState;
import java.util.Arrays;

/** Whether a tenant is served. */
public enum TenantStatus {
    ACTIVE("active", TenantState.ACTIVE),
    SUSPENDED("suspended", TenantState.SUSPENDED),
    /** Refused everywhere, while its data is being removed. */
    DELETING("deleting", TenantState.DELETED);

    private final String wireName;
    private final String stateName;

    TenantStatus(String wireName, String stateName) {
        this.wireName = wireName;
        this.stateName = stateName;
    }

    public String wireName() {
        return wireName;
    }

    /** What gateways are told, as in {@link TenantState}. */
    String stateName() {
        return stateName;
    }

    static TenantStatus fromWireName(String name) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status of a tenant: " + name));
    }
}
