package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Sends drafts.
 *
 * @param address from a service's name to its base URL
 */
public record Wire(HttpClient http, UnaryOperator<String> address) {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String BOUNDARY = "----frontdesk-part";
    private static final String CRLF = "\r\n";

    /** What came back. */
    public record Reply(int status, String headers, String body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    public static Wire to(UnaryOperator<String> address) {
        return new Wire(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(ANSWER)
                        .build(),
                address);
    }

    public Reply send(Draft draft, Map<String, String> credential) {
        var operation = draft.operation();
        var request = HttpRequest.newBuilder(URI.create(address.apply(operation.service()) + target(draft)))
                .timeout(ANSWER);
        draft.parameters().forEach((place, value) -> {
            if (place.in() == Place.In.HEADER) {
                request.header(place.name(), value);
            }
        });
        credential.forEach(request::header);
        var body = draft.body();
        if (draft.mediaType() == null || body == null) {
            request.method(operation.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType(draft.mediaType()))
                    .method(operation.method(), BodyPublishers.ofString(encoded(draft.mediaType(), body)));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers().map().toString(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(operation + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + operation, e);
        }
    }

    private static String target(Draft draft) {
        var path = draft.operation().path();
        for (var parameter : draft.parameters().entrySet()) {
            if (parameter.getKey().in() == Place.In.PATH) {
                path = path.replace("{" + parameter.getKey().name() + "}", encoded(parameter.getValue()));
            }
        }
        var query = draft.parameters().entrySet().stream()
                .filter(parameter -> parameter.getKey().in() == Place.In.QUERY)
                .map(parameter -> encoded(parameter.getKey().name()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String contentType(String mediaType) {
        return mediaType.startsWith("multipart/") ? mediaType + "; boundary=" + BOUNDARY : mediaType;
    }

    private static String encoded(String mediaType, JsonNode body) {
        if (mediaType.startsWith("multipart/")) {
            return body.properties().stream()
                            .map(field -> part(field.getKey(), first(field.getValue())))
                            .collect(Collectors.joining())
                    + "--" + BOUNDARY + "--" + CRLF;
        }
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return body.properties().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(first(field.getValue())))
                    .collect(Collectors.joining("&"));
        }
        return body.toString();
    }

    private static String part(String name, String value) {
        var file = name.equals("file") ? "; filename=\"note.txt\"" + CRLF + "Content-Type: text/plain" : "";
        return "--" + BOUNDARY + CRLF + "Content-Disposition: form-data; name=\"" + name + "\"" + file + CRLF + CRLF
                + value + CRLF;
    }

    private static String first(JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
