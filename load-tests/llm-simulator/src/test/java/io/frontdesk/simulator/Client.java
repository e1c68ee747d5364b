package io.frontdesk.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** Asks a simulator the way any HTTP client does. */
record Client(HttpClient http, URI baseUrl, String key) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Client of(LlmSimulator simulator) {
        return new Client(HttpClient.newHttpClient(), simulator.baseUrl(), "key-1");
    }

    Client withKey(String other) {
        return new Client(http, baseUrl, other);
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path)).header("Content-Type", "application/json");
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    String stats() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(baseUrl.resolve("/stats")).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    HttpResponse<String> ask(String model, String text) throws IOException, InterruptedException {
        return post("/chat/completions", body(model, text, ""));
    }

    /** Lines as they come; reading them fails where the connection is cut. */
    HttpResponse<Stream<String>> stream(String model, String text) throws IOException, InterruptedException {
        return http.send(
                request("/chat/completions")
                        .POST(HttpRequest.BodyPublishers.ofString(body(model, text, ",\"stream\":true")))
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
    }

    static String body(String model, String text, String more) {
        return "{\"model\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":%s}]%s}"
                .formatted(model, JSON.valueToTree(text), more);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    static String answer(HttpResponse<String> reply) {
        return json(reply.body()).at("/choices/0/message/content").asText();
    }

    /** The data of the events, without the final {@code [DONE]}. */
    static List<JsonNode> events(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> json(line.substring("data: ".length())))
                .toList();
    }

    static String text(List<String> lines) {
        var text = new StringBuilder();
        events(lines)
                .forEach(event ->
                        text.append(event.at("/choices/0/delta/content").asText()));
        return text.toString();
    }
}
