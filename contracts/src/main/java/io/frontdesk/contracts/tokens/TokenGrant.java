package io.frontdesk.contracts.tokens;

import io.frontdesk.contracts.TenantState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A token inside the house and what it says, so that its receiver need not parse it.
 *
 * @param expiresIn seconds
 * @param scope space separated
 * @param acl the document labels that the caller may see
 * @param epochs what the grant rests on, by the names of {@link TenantState}, with the epoch under which it was made: once the
 *     tenant's state holds a higher one, the credential has to be exchanged again
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
        Map<String, Long> epochs) {
    public TokenGrant {
        acl = List.copyOf(acl);
        epochs = Map.copyOf(epochs);
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "TokenGrant[tenant=%s, subject=%s, scope=%s]".formatted(tenantId, subject, scope);
    }
}
