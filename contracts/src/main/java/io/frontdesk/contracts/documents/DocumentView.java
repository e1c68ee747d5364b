package io.frontdesk.contracts.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it.
 *
 * @param version raised by each replacement, from 1
 * @param reason why it failed, as a stable code and a sentence: {@code corrupt: the file …}
 * @param chunks how many passages of it are searched
 */
public record DocumentView(
        UUID id,
        String externalId,
        String title,
        @Nullable String contentType,
        @Nullable String url,
        DocumentState state,
        @Nullable String reason,
        long version,
        int chunks,
        long sizeBytes,
        Map<String, String> metadata,
        List<String> acl,
        Instant createdAt,
        Instant updatedAt) {}
