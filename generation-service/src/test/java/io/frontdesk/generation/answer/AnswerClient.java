package io.frontdesk.generation.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.frontdesk.contracts.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A caller of this service, over real HTTP. */
public final class AnswerClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI answers;
    private final String bearer;

    public AnswerClient(URI service, String bearer) {
        this.http = HttpClient.newHttpClient();
        this.answers = service.resolve("/internal/v1/answers");
        this.bearer = bearer;
    }

    /** An event of the stream; a comment has its text as name. */
    public record Event(long id, String name, JsonNode data) {}

    /** All events of the answer to a question. */
    public List<Event> ask(String question) {
        return events(post(json(Map.of("question", question))).body());
    }

    HttpResponse<String> post(String body) {
        return post(body, "application/json");
    }

    HttpResponse<String> post(String body, String contentType) {
        return send(request(body, contentType));
    }

    HttpResponse<String> post(String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(request(body, "application/json"), (name, value) -> true);
        headers.forEach(request::header);
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The open stream of an answer; closing it is hanging up. */
    InputStream open(String question) throws IOException, InterruptedException {
        return http.send(
                        request(json(Map.of("question", question)), "application/json"),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** As {@link #open}, of a caller that cannot come back. */
    InputStream openForGood(String question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        request(json(Map.of("question", question)), "application/json"), (name, value) -> true)
                .header(Headers.RESUMABLE, "false")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    /** What comes of an answer after the event that was seen last. */
    HttpResponse<String> resume(String id, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(answers + "/" + id + "/events"))
                .header("Authorization", bearer)
                .header(Headers.LAST_EVENT_ID, lastEventId)
                .build();
        return send(request);
    }

    private HttpRequest request(String body, String contentType) {
        var request = HttpRequest.newBuilder(answers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        if (!bearer.isEmpty()) {
            request.header("Authorization", bearer);
        }
        return request.build();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }

    static List<Event> events(String stream) {
        List<Event> events = new ArrayList<>();
        for (String block : stream.split("\n\n", 0)) {
            long id = 0;
            String name = "";
            var data = new StringBuilder();
            for (String line : block.split("\n", 0)) {
                int colon = line.indexOf(':');
                String value = line.substring(colon + 1).strip();
                switch (line.substring(0, Math.max(0, colon))) {
                    case "id" -> id = Long.parseLong(value);
                    case "event" -> name = value;
                    case "data" -> data.append(value);
                    case "" -> name = ":" + value;
                    default -> throw new IllegalStateException("not a field of an event stream: " + line);
                }
            }
            events.add(new Event(id, name, data.isEmpty() ? JSON.nullNode() : read(data.toString())));
        }
        return events;
    }
}
