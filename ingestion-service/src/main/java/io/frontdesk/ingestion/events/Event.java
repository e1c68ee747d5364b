package io.frontdesk.ingestion.events;

import io.frontdesk.contracts.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to a document.
 *
 * @param id the same each time the event is sent, so that receivers can tell
 * @param type of the CloudEvent
 * @param data as JSON
 */
public record Event(
        UUID id, UUID tenantId, UUID documentId, String topic, String type, String data, Instant happenedAt) {
    public static Event of(UUID tenantId, UUID documentId, String topic, String type, String data, Instant happenedAt) {
        return new Event(Ids.next(), tenantId, documentId, topic, type, data, happenedAt);
    }
}
