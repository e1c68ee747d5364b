package io.frontdesk.gateway.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key that has just been made.
 *
 * @param key what a program presents; nobody can show it again
 */
public record IssuedApiKey(
        UUID id,
        String prefix,
        String name,
        List<String> scopes,
        List<String> acl,
        Instant createdAt,
        @Nullable Instant expiresAt,
        String key) {
    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "IssuedApiKey[id=%s]".formatted(id);
    }
}
