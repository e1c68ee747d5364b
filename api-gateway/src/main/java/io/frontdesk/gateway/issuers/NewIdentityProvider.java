package io.frontdesk.gateway.issuers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issuer whose tokens are accepted for the tenant.
 *
 * @param scopes what its tokens may do: among the maker's, never admin or operator
 * @param aclClaim the claim with the document labels that a token may see
 */
record NewIdentityProvider(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable List<@Nullable String> scopes,
        @Nullable String aclClaim) {}
