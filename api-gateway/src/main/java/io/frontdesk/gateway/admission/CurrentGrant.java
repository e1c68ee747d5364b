package io.frontdesk.gateway.admission;

import io.frontdesk.contracts.tokens.TokenGrant;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** What the caller of the request at hand is granted, by which its limits are known. */
@ApplicationScoped
public class CurrentGrant {
    /** The attribute of an identity that holds it. */
    public static final String ATTRIBUTE = TokenGrant.class.getName();

    private final SecurityIdentity identity;

    CurrentGrant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The grant.
     *
     * @throws UnauthorizedException where nobody is known
     */
    public TokenGrant get() {
        TokenGrant grant = identity.getAttribute(ATTRIBUTE);
        if (grant == null) {
            throw new UnauthorizedException();
        }
        return grant;
    }
}
