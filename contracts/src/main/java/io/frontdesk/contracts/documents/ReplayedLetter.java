package io.frontdesk.contracts.documents;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dead letter.
 *
 * @param originalKept whether its original is here
 * @param overtaken whether a newer version of the document has come since
 * @param reason why it was refused again, as a stable code and a sentence
 */
public record ReplayedLetter(
        UUID id,
        ReplayOutcome outcome,
        boolean originalKept,
        boolean overtaken,
        @Nullable String reason) {}
