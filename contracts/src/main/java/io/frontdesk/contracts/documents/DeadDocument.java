package io.frontdesk.contracts.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What could not be taken in or indexed: the value of a record on {@code frontdesk.documents.dead}. Never holds a
 * credential.
 *
 * @param documentId absent where the record never became a document
 * @param stage {@code intake}, or the state in which it failed
 * @param reason a stable code and a sentence
 * @param original where the original is: {@code document:<id>/<version>}, or {@code kafka:<topic>/<partition>/<offset>}
 */
public record DeadDocument(
        @Nullable UUID documentId,
        @Nullable String externalId,
        @Nullable Long version,
        String stage,
        String reason,
        int attempts,
        String original,
        Instant at) {
    public static final String TYPE = "io.frontdesk.document.dead.v1";

    /** Where the original of a version of a document is. */
    public static String original(UUID documentId, long version) {
        return "document:%s/%d".formatted(documentId, version);
    }
}
