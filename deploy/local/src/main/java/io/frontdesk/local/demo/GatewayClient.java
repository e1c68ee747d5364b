package io.frontdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.local.process.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public API, as far as the launcher uses it, with one credential. */
record GatewayClient(HttpClient http, String url, String apiKey) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String MEND = "see make status and make logs";
    private static final int PAGE = 100;

    /** One that may ask as much as any. */
    String createTenant(String name) {
        return post("/v1/tenants", Map.of("name", name, "plan", "gold"))
                .path("id")
                .asText();
    }

    String createApiKey(String tenantId, List<String> scopes) {
        var body = Map.of("name", "Demo", "scopes", scopes);
        return post("/v1/tenants/" + tenantId + "/api-keys", body).path("key").asText();
    }

    /** The tenant's documents; empty when the key is not known, or no longer. */
    Optional<List<JsonNode>> documents() {
        var documents = new ArrayList<JsonNode>();
        var page = "/v1/documents?limit=" + PAGE;
        while (true) {
            var response = send(request(page).GET().build(), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                return Optional.empty();
            }
            var body = accepted(response);
            body.path("data").forEach(documents::add);
            var cursor = body.path("next_cursor").asText("");
            if (cursor.isEmpty() || cursor.equals("null")) {
                return Optional.of(documents);
            }
            page = "/v1/documents?limit=" + PAGE + "&cursor=" + cursor;
        }
    }

    /** The lines of the answer's event stream, as they come. */
    Stream<String> ask(String question) {
        var body = BodyPublishers.ofString(Json.write(Map.of("question", question)));
        var request = request("/v1/answers")
                .header("Accept", "text/event-stream")
                .POST(body)
                .build();
        var response = send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw refused(
                    response.uri(),
                    response.statusCode(),
                    String.join(" ", response.body().toList()));
        }
        return response.body();
    }

    private JsonNode post(String path, Object body) {
        var json = BodyPublishers.ofString(Json.write(body));
        return accepted(send(request(path).POST(json).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json");
    }

    private static JsonNode accepted(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw refused(response.uri(), response.statusCode(), response.body());
        }
        return Json.parse(response.body());
    }

    /** Says what the problem document says, where the body is one. */
    private static Failure refused(URI uri, int status, String body) {
        var detail = body.startsWith("{") ? Json.parse(body).path("detail").asText(body) : body;
        return new Failure(uri.getPath() + " answered " + status + ": " + detail, MEND);
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new Failure("the gateway at " + url + " does not answer", "start the suite with make up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }
}
