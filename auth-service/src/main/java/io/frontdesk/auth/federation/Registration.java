package io.frontdesk.auth.federation;

import io.frontdesk.auth.access.Principal;
import io.frontdesk.auth.access.Scopes;
import io.frontdesk.contracts.TenantState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant has registered of an issuer and an audience, as it counts for a token.
 *
 * @param active whether the tenant is
 * @param scopes neither admin nor operator
 */
public record Registration(
        UUID id,
        UUID tenantId,
        boolean active,
        String plan,
        String issuer,
        String audience,
        Scopes scopes,
        Optional<String> aclClaim,
        long epoch) {
    /** Whom a token stands for. */
    Principal principal(String subject, List<String> labels, Instant validUntil) {
        return new Principal(
                tenantId,
                "oidc:" + id + ":" + subject,
                plan,
                scopes.expanded(),
                labels,
                Optional.of(validUntil),
                Map.of(TenantState.epochOfIssuer(id), epoch),
                Optional.empty());
    }
}
