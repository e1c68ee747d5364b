package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Scopes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A tenant's key, without its text.
 *
 * @param prefix the beginning of its text, by which people recognise it
 * @param scopes as given; what they imply is worked out when the key is used
 */
record ApiKey(
        UUID id,
        UUID tenantId,
        String prefix,
        String name,
        Scopes scopes,
        Instant createdAt,
        Optional<Instant> expiresAt) {}
