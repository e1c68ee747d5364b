package io.frontdesk.auth.audit;

import java.util.Locale;

/** What can be done that has to be accounted for. */
public enum Action {
    TENANT_CREATED,
    TENANT_CHANGED,
    TENANT_SUSPENDED,
    TENANT_RESUMED,
    TENANT_PLAN_CHANGED,
    TENANT_DELETED,
    /** Nothing of it is left. */
    TENANT_REMOVED,
    USER_CREATED,
    USER_ROLE_CHANGED,
    USER_PASSWORD_CHANGED,
    USER_REMOVED,
    API_KEY_CREATED,
    API_KEY_ROTATED,
    API_KEY_REVOKED,
    VISITOR_TOKEN_ISSUED,
    /** The operator asks in the tenant's name. */
    TENANT_TOKEN_ISSUED,
    SIGN_IN,
    SESSION_REFRESH,
    SESSION_REUSED,
    SIGN_OUT,
    IDENTITY_PROVIDER_CREATED,
    IDENTITY_PROVIDER_REMOVED,
    SETTINGS_CHANGED,
    SIGNING_KEY_ROTATED;

    /** Such as {@code api_key_revoked}; also the type of the CloudEvent, after {@code frontdesk.auth.}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Action of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
