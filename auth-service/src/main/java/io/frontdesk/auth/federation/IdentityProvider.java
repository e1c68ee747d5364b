package io.frontdesk.auth.federation;

import io.frontdesk.auth.access.Scopes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An issuer that a tenant registered.
 *
 * @param issuer as in the {@code iss} of its tokens
 * @param audience that its tokens must have
 * @param scopes of everyone who comes with such a token
 * @param aclClaim the claim that names the document labels that a token's bearer may see
 */
record IdentityProvider(
        UUID id,
        UUID tenantId,
        String issuer,
        String audience,
        Scopes scopes,
        Optional<String> aclClaim,
        Instant createdAt) {}
