package io.frontdesk.auth.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as callers see it.
 *
 * @param key its text, in the answer to its creation and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiKeyView(
        UUID id,
        String prefix,
        String name,
        List<String> scopes,
        List<String> acl,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String key) {
    static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyView of(IssuedKey issued) {
        return of(issued.key(), issued.text().value());
    }

    private static ApiKeyView of(ApiKey key, @Nullable String text) {
        return new ApiKeyView(
                key.id(),
                key.prefix(),
                key.name(),
                key.scopes().wireNames(),
                key.labels().names(),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null),
                text);
    }

    /** Keeps the text out of logs. */
    @Override
    public String toString() {
        return "ApiKeyView[id=%s, prefix=%s]".formatted(id, prefix);
    }
}
