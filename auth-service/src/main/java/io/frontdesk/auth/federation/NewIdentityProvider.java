package io.frontdesk.auth.federation;

import io.frontdesk.auth.ClosedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/identity-providers}.
 *
 * @param issuer an https URL, from whose {@code /.well-known/openid-configuration} the keys are found
 * @param audience that its tokens must have
 * @param scopes at least one, neither admin nor operator
 * @param aclClaim no document with labels is visible where it is absent
 */
record NewIdentityProvider(
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable List<@Nullable String> scopes,
        @Nullable String aclClaim)
        implements ClosedRequest {}
