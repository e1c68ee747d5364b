package io.frontdesk.contracts.tokens;

import java.util.UUID;

/**
 * A token inside the house and what it says, so that its receiver need not parse it.
 *
 * @param expiresIn seconds
 * @param scope space separated
 */
public record TokenGrant(
        String accessToken, String tokenType, long expiresIn, UUID tenantId, String subject, String scope) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "TokenGrant[tenant=%s, subject=%s, scope=%s]".formatted(tenantId, subject, scope);
    }
}
