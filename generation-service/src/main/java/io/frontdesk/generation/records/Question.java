package io.frontdesk.generation.records;

import java.time.Instant;
import java.util.UUID;

/**
 * A question of which the answer will be kept.
 *
 * @param id of the answer
 * @param customer the subject who asks
 */
public record Question(UUID id, UUID tenantId, UUID conversationId, String customer, String text, Instant askedAt) {}
