package io.frontdesk.kit.caller;

import io.frontdesk.contracts.Scope;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking.
 *
 * @param subject the user, key or service
 * @param acl the document labels that it may see
 * @param token the verified token, to be sent along to the services behind
 */
public record Caller(UUID tenantId, String subject, Set<Scope> scopes, String plan, List<String> acl, String token) {
    public Caller {
        scopes = Set.copyOf(scopes);
        acl = List.copyOf(acl);
    }

    /** The value of an {@code Authorization} header for a request on this caller's behalf. */
    public String bearer() {
        return "Bearer " + token;
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "Caller[tenant=%s, subject=%s, scopes=%s]".formatted(tenantId, subject, scopes);
    }
}
