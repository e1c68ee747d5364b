package io.frontdesk.contracts.conversations;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation in a list.
 *
 * @param customerId the subject who asks
 * @param firstQuestion with which it began
 */
public record ConversationView(
        UUID id, String customerId, Instant startedAt, Instant lastAt, int turns, String firstQuestion) {}
