package io.frontdesk.generation.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What stands in logs, as JSON, and back. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            AnswerEvent.Started.class,
            AnswerEvent.Searching.class,
            AnswerEvent.Waiting.class,
            AnswerEvent.Delta.class,
            AnswerEvent.Cited.class,
            AnswerEvent.Completed.class,
            AnswerEvent.Incomplete.class,
            AnswerEvent.Failed.class,
            AnswerEvent.Escalated.class
        },
        registerFullHierarchy = true)
class EventJson {
    private final ObjectMapper json;

    EventJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours is always JSON", e);
        }
    }

    /**
     * Reads an event.
     *
     * @throws IllegalStateException where this version does not know it
     */
    AnswerEvent read(String name, String data) {
        Class<? extends AnswerEvent> type =
                AnswerEvent.typeOf(name).orElseThrow(() -> new IllegalStateException("no event has the name " + name));
        return read(data, type);
    }

    <T> T read(String data, Class<T> type) {
        try {
            return json.readValue(data, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a " + type.getSimpleName(), e);
        }
    }

    /** The events in a reply of XRANGE, XREAD or a script: pairs of an id and its fields, which are name and data. */
    List<LogEvent> events(Response entries) {
        List<LogEvent> events = new ArrayList<>();
        for (Response entry : entries) {
            String id = entry.get(0).toString();
            Response fields = entry.get(1);
            AnswerEvent event = read(fields.get(1).toString(), fields.get(3).toString());
            events.add(new LogEvent(Long.parseLong(id.substring(0, id.indexOf('-'))), event, true));
        }
        return events;
    }
}
