package io.frontdesk.e2e.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client that reads an answer as events and, where the stream breaks off, comes back for the rest at the other gateway. */
final class AnswerReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION =
            "{\"question\": \"How long do I have to return a laptop?\", \"stream\": true}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RETRY_MILLIS = 300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> gateways;
    private final String key;
    private final List<Event> events = new ArrayList<>();
    private volatile String seen = "";
    private int connections;

    /** @param gateways where to ask, and where to come back in turn */
    AnswerReader(List<String> gateways, String key) {
        this.gateways = gateways;
        this.key = key;
    }

    /** @param id of the log; 0 for an event that is in none */
    record Event(long id, String name, JsonNode data) {
        boolean isTerminal() {
            return name.matches("answer\\.(completed|incomplete|failed|escalated)");
        }
    }

    /** All events of an answer, by however many connections; ends with its end, or when the patience does. */
    List<Event> read() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (events.stream().noneMatch(Event::isTerminal) && System.nanoTime() < until) {
            HttpRequest request = events.isEmpty() ? ask() : comeBack();
            connections++;
            try (Stream<String> lines =
                    http.send(request, BodyHandlers.ofLines()).body()) {
                take(lines.iterator());
            } catch (IOException | UncheckedIOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return events;
    }

    /** The text as it was told until now. */
    String text() {
        return seen;
    }

    int connections() {
        return connections;
    }

    static String text(List<Event> events) {
        return events.stream()
                .filter(event -> event.name.equals("answer.delta"))
                .map(event -> event.data.path("text").asText())
                .collect(Collectors.joining());
    }

    private HttpRequest ask() {
        return request("/v1/answers").POST(BodyPublishers.ofString(QUESTION)).build();
    }

    private HttpRequest comeBack() {
        var answer = events.getFirst().data.path("id").asText();
        var last = events.stream().mapToLong(Event::id).max().orElse(0);
        return request("/v1/answers/" + answer + "/events")
                .header("Last-Event-ID", Long.toString(last))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateways.get(connections % gateways.size()) + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private void take(Iterator<String> lines) {
        long id = 0;
        String name = "";
        @Nullable String data = null;
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.isEmpty() && data != null) {
                events.add(new Event(id, name, parse(data)));
                seen = text(events);
                id = 0;
                data = null;
            } else if (line.startsWith("id:")) {
                id = Long.parseLong(line.substring("id:".length()).strip());
            } else if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring("data:".length());
            }
        }
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(data, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
