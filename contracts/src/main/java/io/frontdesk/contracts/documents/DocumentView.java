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
 * @param progress how far its stage has come, where that can be counted
 * @param etaSeconds an estimate of how long it takes from now until it is indexed; absent where nothing is known
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
        Instant updatedAt,
        @Nullable DocumentProgress progress,
        @Nullable Long etaSeconds) {
    /** The same, as far as it has come. */
    public DocumentView with(@Nullable DocumentProgress newProgress, @Nullable Long newEtaSeconds) {
        return new DocumentView(
                id,
                externalId,
                title,
                contentType,
                url,
                state,
                reason,
                version,
                chunks,
                sizeBytes,
                metadata,
                acl,
                createdAt,
                updatedAt,
                newProgress,
                newEtaSeconds);
    }
}
