package io.frontdesk.contracts.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation with what was said.
 *
 * @param customerId the subject who asks
 * @param turns in the order of the questions; of a very long conversation the last 500
 */
public record ConversationDetail(
        UUID id, String customerId, Instant startedAt, Instant lastAt, List<ConversationTurn> turns) {
    public ConversationDetail {
        turns = List.copyOf(turns);
    }
}
