package io.frontdesk.contracts;

/** Claims of the token that every request inside the house carries (RFC 7519; {@code scope} as in RFC 8693). */
public final class Claims {
    public static final String TENANT_ID = "tenant_id";

    /** Space separated {@link Scope} names. */
    public static final String SCOPE = "scope";

    public static final String PLAN = "plan";

    /** The session of a user's token (OpenID Connect Front-Channel Logout 1.0, section 3). */
    public static final String SESSION = "sid";

    /** In a visitor's token: the id of the API key that made it. */
    public static final String KEY = "key";

    /**
     * The document labels that the caller may see; a document is visible when all its labels are among them, and every
     * document is where {@link #ALL_LABELS} is among them.
     */
    public static final String ACL = "acl";

    /** In {@link #ACL}: every label. Services, and who has the scope {@code admin} or {@code operator}, see everything. */
    public static final String ALL_LABELS = "*";

    /** The audience of tokens inside the house. */
    public static final String INTERNAL_AUDIENCE = "frontdesk-internal";

    /** The audience of the access tokens that users carry; the gateway exchanges them for internal ones. */
    public static final String PUBLIC_AUDIENCE = "frontdesk-api";

    private Claims() {}
}
