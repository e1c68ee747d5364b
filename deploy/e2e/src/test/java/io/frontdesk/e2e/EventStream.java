package io.frontdesk.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The events of a {@code text/event-stream} that has ended. */
record EventStream(List<Event> events) {
    record Event(long id, String name, JsonNode data) {}

    static EventStream parse(String body) {
        List<Event> events = new ArrayList<>();
        for (String frame : body.split("\n\n")) {
            List<String> lines = frame.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith(":"))
                    .toList();
            if (!lines.isEmpty()) {
                events.add(new Event(
                        Long.parseLong(field(lines, "id")), field(lines, "event"), Json.read(field(lines, "data"))));
            }
        }
        return new EventStream(events);
    }

    List<String> names() {
        return events.stream().map(Event::name).toList();
    }

    List<Long> ids() {
        return events.stream().map(Event::id).toList();
    }

    Stream<JsonNode> dataOf(String name) {
        return events.stream().filter(event -> event.name().equals(name)).map(Event::data);
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("an event without " + name + ": " + lines));
    }
}
