package io.frontdesk.contracts.documents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a document: the value of a record on {@code frontdesk.documents.events}.
 *
 * @param reason why, where it failed
 */
public record DocumentEvent(
        UUID documentId,
        String externalId,
        long version,
        DocumentState state,
        @Nullable String reason,
        int chunks,
        Instant at) {
    /** The CloudEvents type, such as {@code io.frontdesk.document.indexed.v1}. */
    public static String type(DocumentState state) {
        return "io.frontdesk.document.%s.v1".formatted(state.name().toLowerCase(Locale.ROOT));
    }
}
