package io.frontdesk.gateway.issuers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of identity providers. */
record IdentityProviderPage(
        List<IdentityProviderView> data, @Nullable String nextCursor) {}
