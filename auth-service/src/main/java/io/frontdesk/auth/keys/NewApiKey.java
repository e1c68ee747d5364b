package io.frontdesk.auth.keys;

import io.frontdesk.auth.ClosedRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/api-keys}.
 *
 * @param name for people
 * @param scopes at least one
 * @param expiresAt never where it is absent
 */
record NewApiKey(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Instant expiresAt) implements ClosedRequest {}
