package io.frontdesk.gateway.keys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key for a program of the tenant.
 *
 * @param scopes among its maker's
 * @param acl the document labels that it may see
 */
public record NewApiKey(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable List<@Nullable String> acl,
        @Nullable Instant expiresAt) {}
