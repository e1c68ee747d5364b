package io.frontdesk.ingestion.web;

import java.util.UUID;

/**
 * The right to read a source for a while.
 *
 * @param attempts how often it was begun since it last ended well, this time included
 * @param token fences: whoever took it over has another one; it names the reading too
 */
public record Reading(UUID tenantId, UUID sourceId, int attempts, UUID token) {}
