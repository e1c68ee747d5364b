package io.frontdesk.gateway.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key, as it is shown. */
@Schema(name = "ApiKey")
record ApiKeyView(
        UUID id,
        String prefix,
        String name,
        List<String> scopes,
        List<String> acl,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
