package io.frontdesk.gateway.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token for one visitor.
 *
 * @param visitor the tenant's own name for it
 * @param acl the document labels that it may see
 * @param expiresIn seconds: 15 minutes where it is absent, an hour at most
 */
record NewVisitorToken(
        @Nullable String visitor,
        @Nullable List<@Nullable String> acl,
        @Nullable Long expiresIn) {}
