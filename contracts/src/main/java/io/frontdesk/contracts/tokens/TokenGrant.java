package io.frontdesk.contracts.tokens;

import io.frontdesk.contracts.TenantState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A token inside the house and what it says, so that its receiver need not parse it.
 *
 * @param expiresIn seconds
 * @param scope space separated
 * @param acl the document labels that the caller may see
 * @param epochs what the grant rests on, by the names of {@link TenantState}, with the epoch under which it was made: once the
 *     tenant's state holds a higher one, the credential has to be exchanged again
 * @param limits that the tenant has settled; the same holds for their version
 */
public record TokenGrant(
        String accessToken,
        String tokenType,
        long expiresIn,
        UUID tenantId,
        String subject,
        String scope,
        String plan,
        List<String> acl,
        Map<String, Long> epochs,
        TenantLimits limits) {
    public TokenGrant {
        acl = List.copyOf(acl);
        epochs = Map.copyOf(epochs);
        limits = Objects.requireNonNullElse(limits, TenantLimits.UNKNOWN);
    }

    /** One that no limits of the tenant's own come with, such as a service's. */
    public TokenGrant(
            String accessToken,
            String tokenType,
            long expiresIn,
            UUID tenantId,
            String subject,
            String scope,
            String plan,
            List<String> acl,
            Map<String, Long> epochs) {
        this(accessToken, tokenType, expiresIn, tenantId, subject, scope, plan, acl, epochs, TenantLimits.UNKNOWN);
    }

    public TokenGrant with(TenantLimits settled) {
        return new TokenGrant(accessToken, tokenType, expiresIn, tenantId, subject, scope, plan, acl, epochs, settled);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "TokenGrant[tenant=%s, subject=%s, scope=%s]".formatted(tenantId, subject, scope);
    }
}
