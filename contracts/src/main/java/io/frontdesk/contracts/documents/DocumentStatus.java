package io.frontdesk.contracts.documents;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a document is in its life: the data of each event of {@code GET /v1/documents/{id}/events}.
 *
 * @param reason why, where it failed
 * @param progress where its stage can be counted
 * @param etaSeconds an estimate of how long it takes from now until it is indexed; absent where nothing is known
 * @param at when the state began; of a {@code document.progress}, when this was seen
 */
public record DocumentStatus(
        UUID id,
        long version,
        DocumentState state,
        @Nullable String reason,
        @Nullable DocumentProgress progress,
        @Nullable Long etaSeconds,
        Instant at) {
    /** The name of an event that tells of nothing but progress, or of another estimate. */
    public static final String PROGRESS = "document.progress";

    /** The name of an event that tells of a state, such as {@code document.indexed}. */
    public String name() {
        return "document." + state.name().toLowerCase(Locale.ROOT);
    }
}
