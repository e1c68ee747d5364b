package io.frontdesk.auth.signing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An access token that is valid in itself: signed by this installation, for the public audience, not expired. Whether what
 * it rests on still counts, the database says.
 */
public sealed interface AccessToken {
    UUID tenantId();

    Instant expiresAt();

    /**
     * Of a user, in a session.
     *
     * @param generation of the user's sessions, when this one began
     */
    record OfUser(UUID tenantId, UUID userId, UUID sessionId, long generation, Instant expiresAt)
            implements AccessToken {}

    /** In place of an API key, by client credentials. */
    record OfKey(UUID tenantId, UUID keyId, Instant expiresAt) implements AccessToken {}

    /**
     * Of a customer of the tenant.
     *
     * @param name given by the tenant
     * @param keyId of the API key that made it
     * @param labels that its holder may see
     */
    record OfVisitor(UUID tenantId, String name, UUID keyId, List<String> labels, Instant expiresAt)
            implements AccessToken {
        public OfVisitor {
            labels = List.copyOf(labels);
        }
    }
}
