package io.frontdesk.contracts;

import java.util.UUID;

/**
 * The state of a tenant as every replica of the gateway must see it on its next request: one hash on the state Redis. Each
 * field is written by the service that owns the fact.
 */
public final class TenantState {
    /** {@link #ACTIVE}, {@link #SUSPENDED} or {@link #DELETED}; written by the auth-service. */
    public static final String STATUS = "status";

    /** The name of the tenant's plan; written by the auth-service. */
    public static final String PLAN = "plan";

    /** Rises with each change of the tenant's settings; written by the auth-service. */
    public static final String SETTINGS_VERSION = "settings_version";

    /** Rises with each change of what searches find; written by the retrieval-service. */
    public static final String KNOWLEDGE_VERSION = "knowledge_version";

    /** Rises with each change of the tenant's settings of answers; written by the generation-service. */
    public static final String ANSWER_SETTINGS_VERSION = "answer_settings_version";

    /**
     * How answers are made, as {@link io.frontdesk.contracts.reuse.SettledKind} writes it, so that a gateway finds those that were
     * given before; absent where none are given again. Written by the generation-service.
     */
    public static final String ANSWER_KIND = "answer_kind";

    /** Rises with each change of what the auth-service writes, so that an older write does not undo a newer one. */
    public static final String VERSION = "version";

    public static final String ACTIVE = "active";
    public static final String SUSPENDED = "suspended";
    public static final String DELETED = "deleted";

    private TenantState() {}

    /** The key of the hash; the braces keep what is one tenant's in one slot. */
    public static String key(UUID tenant) {
        return "tenant:{" + tenant + "}:state";
    }

    /** The field with the epoch of an API key: it rises when the key is revoked or changed, and is absent while it is 0. */
    public static String epochOfKey(UUID id) {
        return "key:" + id;
    }

    /** The field with the epoch of a user, as {@link #epochOfKey}. */
    public static String epochOfUser(UUID id) {
        return "user:" + id;
    }

    /** The field with the epoch of a user's session, as {@link #epochOfKey}. */
    public static String epochOfSession(UUID id) {
        return "session:" + id;
    }

    /** The field with the epoch of a foreign issuer, as {@link #epochOfKey}. */
    public static String epochOfIssuer(UUID id) {
        return "issuer:" + id;
    }
}
