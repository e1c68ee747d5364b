package io.frontdesk.gateway.issuers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An issuer whose tokens are accepted for the tenant, as it is shown. */
@Schema(name = "IdentityProvider")
record IdentityProviderView(
        UUID id,
        String issuer,
        String audience,
        List<String> scopes,
        @Nullable String aclClaim,
        Instant createdAt) {}
