package io.frontdesk.auth.sessions;

import io.frontdesk.auth.problem.AuthError;
import io.frontdesk.contracts.Claims;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.kit.caller.CurrentCaller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session of the request at hand. */
@ApplicationScoped
public class CurrentSession {
    private static final String USER = "user:";

    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    CurrentSession(SecurityIdentity identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    /**
     * The user and the session, from the verified token.
     *
     * @throws AuthError.SessionRequired where it is not a user's
     */
    public SignedIn get() {
        Caller asking = caller.get();
        if (!asking.subject().startsWith(USER)
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || !token.containsClaim(Claims.SESSION)) {
            throw new AuthError.SessionRequired();
        }
        return new SignedIn(
                asking.tenantId(),
                UUID.fromString(asking.subject().substring(USER.length())),
                UUID.fromString(token.getClaim(Claims.SESSION).toString()));
    }

    /** A user in a session. */
    public record SignedIn(UUID tenantId, UUID userId, UUID sessionId) {
        public String subject() {
            return USER + userId;
        }
    }
}
