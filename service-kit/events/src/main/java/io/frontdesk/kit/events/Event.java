package io.frontdesk.kit.events;

import io.frontdesk.contracts.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the world is told.
 *
 * @param id the same each time the event is sent, so that receivers can tell
 * @param tenantId absent where nobody knows whose it is
 * @param key of the record: events of one key are sent in the order in which they happened
 * @param type of the CloudEvent
 * @param data as JSON
 */
public record Event(
        UUID id, @Nullable UUID tenantId, String key, String topic, String type, String data, Instant happenedAt) {
    public static Event of(
            @Nullable UUID tenantId, String key, String topic, String type, String data, Instant happenedAt) {
        return new Event(Ids.next(), tenantId, key, topic, type, data, happenedAt);
    }
}
