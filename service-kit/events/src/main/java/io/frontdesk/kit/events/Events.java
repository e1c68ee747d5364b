package io.frontdesk.kit.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes events of the records that tell what happened. */
@ApplicationScoped
public class Events {
    private final ObjectMapper json;

    Events(ObjectMapper json) {
        this.json = json;
    }

    /** An event with an id of its own. */
    public Event of(@Nullable UUID tenantId, String key, String topic, String type, Record data, Instant happenedAt) {
        return Event.of(tenantId, key, topic, type, write(data), happenedAt);
    }

    /** An event whose id is known elsewhere too. */
    public Event of(
            UUID id, @Nullable UUID tenantId, String key, String topic, String type, Record data, Instant happenedAt) {
        return new Event(id, tenantId, key, topic, type, write(data), happenedAt);
    }

    private String write(Record data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event's record is always JSON", e);
        }
    }
}
