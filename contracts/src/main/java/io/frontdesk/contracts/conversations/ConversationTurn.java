package io.frontdesk.contracts.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question and what was answered.
 *
 * @param standaloneQuestion what was searched for, where the question could not stand alone
 * @param outcome {@code answered}, {@code refused}, {@code escalated} or {@code incomplete}
 * @param documentIds what the answer cites
 */
public record ConversationTurn(
        UUID answerId,
        String question,
        @Nullable String standaloneQuestion,
        String answer,
        String outcome,
        List<UUID> documentIds,
        Instant at) {
    public ConversationTurn {
        documentIds = List.copyOf(documentIds);
    }
}
