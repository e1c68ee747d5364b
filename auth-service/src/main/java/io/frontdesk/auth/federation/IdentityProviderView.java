package io.frontdesk.auth.federation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An identity provider as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdentityProviderView(
        UUID id,
        String issuer,
        String audience,
        List<String> scopes,
        @Nullable String aclClaim,
        Instant createdAt) {
    static IdentityProviderView of(IdentityProvider provider) {
        return new IdentityProviderView(
                provider.id(),
                provider.issuer(),
                provider.audience(),
                provider.scopes().wireNames(),
                provider.aclClaim().orElse(null),
                provider.createdAt());
    }
}
