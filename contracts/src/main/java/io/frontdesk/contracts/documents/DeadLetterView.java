package io.frontdesk.contracts.documents;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that could not be taken in or indexed, and is kept to be replayed: a document, or a record that never became one.
 *
 * @param tenantId absent where nobody knows whose the record is; then the operator alone sees it
 * @param documentId absent where the record never became a document
 * @param externalId the publisher's own id, where it could be read
 * @param stage {@code intake}, or the state in which it failed
 * @param code of the reason, stable: {@code corrupt}, {@code malformed}, …
 * @param reason the code and a sentence
 * @param attempts how often it was tried
 * @param original where the original is: {@code document:<id>/<version>}, or {@code kafka:<topic>/<partition>/<offset>}
 * @param at when it failed last
 * @param keptUntil when it will be forgotten
 * @param originalKept whether the original can be read here; absent in lists
 * @param overtaken whether a newer version of the document has come since; absent in lists
 * @param headers of the record, without credentials; absent in lists, and where it is a document
 */
public record DeadLetterView(
        UUID id,
        @Nullable UUID tenantId,
        @Nullable UUID documentId,
        @Nullable String externalId,
        @Nullable Long version,
        String stage,
        String code,
        String reason,
        int attempts,
        String original,
        Instant at,
        Instant keptUntil,
        @Nullable Boolean originalKept,
        @Nullable Boolean overtaken,
        @Nullable Map<String, String> headers) {
    public DeadLetterView {
        headers = headers == null ? null : Map.copyOf(headers);
    }
}
