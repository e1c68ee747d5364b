package io.frontdesk.ingestion.web;

import java.util.UUID;

/**
 * The right to fetch a page for a while.
 *
 * @param attempts how often it was begun since it last ended well, this time included
 * @param token fences: whoever took it over has another one
 */
public record Visit(UUID tenantId, UUID documentId, int attempts, UUID token) {}
