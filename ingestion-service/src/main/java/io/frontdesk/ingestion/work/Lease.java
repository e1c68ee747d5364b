package io.frontdesk.ingestion.work;

import io.frontdesk.ingestion.documents.Lane;
import java.util.UUID;

/**
 * The right to work on one document for a while.
 *
 * @param version of the document that the task is about
 * @param lane in which it waited
 * @param attempts how often the task was begun, this time included
 * @param postponements how often it was put off for nothing that the document can do about
 * @param token fences: whoever took the task over has another one
 */
public record Lease(
        UUID tenantId,
        UUID documentId,
        long version,
        Task task,
        Lane lane,
        int attempts,
        int postponements,
        UUID token) {}
