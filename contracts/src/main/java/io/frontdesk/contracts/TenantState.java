package io.frontdesk.contracts;

import java.util.UUID;

/**
 * The state of a tenant as every replica of the gateway must see it on its next request: one hash on the state Redis. Each
 * field is written by the service that owns the fact.
 */
public final class TenantState {
    /** {@link #ACTIVE} or {@link #SUSPENDED}; written by the auth-service. */
    public static final String STATUS = "status";

    /** The name of the tenant's plan; written by the auth-service. */
    public static final String PLAN = "plan";

    /** Rises with each change of the tenant's settings; written by the auth-service. */
    public static final String SETTINGS_VERSION = "settings_version";

    /** Rises with each change of what searches find; written by the retrieval-service. */
    public static final String KNOWLEDGE_VERSION = "knowledge_version";

    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";

    private TenantState() {}

    /** The key of the hash; the braces keep what is one tenant's in one slot. */
    public static String key(UUID tenant) {
        return "tenant:{" + tenant + "}:state";
    }
}
