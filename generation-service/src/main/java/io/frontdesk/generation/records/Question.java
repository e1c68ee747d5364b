package io.frontdesk.generation.records;

import java.time.Instant;
import java.util.UUID;

/**
 * A question of which the answer will be kept.
 *
 * @param id of the answer
 * @param customer the subject who asks
 * @param text in the customer's words
 * @param meant in words that need no turn before it
 */
public record Question(
        UUID id, UUID tenantId, UUID conversationId, String customer, String text, String meant, Instant askedAt) {}
