package io.frontdesk.auth.keys;

import io.frontdesk.auth.access.Labels;
import io.frontdesk.auth.access.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A tenant's key, without its text.
 *
 * @param prefix the beginning of its text, by which people recognise it
 * @param scopes as given; what they imply is worked out when the key is used
 * @param labels as given; a key sees the documents whose labels are all among its own
 * @param lastUsedAt when it was last exchanged for a token, which gateways do every few minutes
 */
record ApiKey(
        UUID id,
        UUID tenantId,
        String prefix,
        String name,
        Scopes scopes,
        Labels labels,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {
    /** A key that was never used. */
    static ApiKey made(
            UUID id,
            UUID tenantId,
            String prefix,
            String name,
            Scopes scopes,
            Labels labels,
            Instant createdAt,
            Optional<Instant> expiresAt) {
        return new ApiKey(id, tenantId, prefix, name, scopes, labels, createdAt, expiresAt, Optional.empty());
    }

    /** The key that takes its place: it may do the same, and lives as long as this one was made to. */
    ApiKey successor(UUID nextId, String nextPrefix, Instant now) {
        Optional<Instant> nextEnd = expiresAt.map(end -> now.plus(Duration.between(createdAt, end)));
        return made(nextId, tenantId, nextPrefix, name, scopes, labels, now, nextEnd);
    }
}
