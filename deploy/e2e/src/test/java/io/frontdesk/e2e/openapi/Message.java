package io.frontdesk.e2e.openapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent, but for the address.
 *
 * @param target path and query, encoded
 * @param body a character for each of its bytes; null for none
 */
public record Message(
        String method,
        String target,
        Map<String, String> headers,
        @Nullable String body) {
    public static final String CONTENT_TYPE = "Content-Type";
    private static final String BOUNDARY = "----frontdesk-part";
    private static final String CRLF = "\r\n";
    private static final int MOST_SHOWN = 2_000;

    public Message {
        headers = Map.copyOf(headers);
    }

    public static Message of(Draft draft, Map<String, String> credential) {
        Map<String, String> headers = new LinkedHashMap<>(credential);
        draft.parameters().forEach((place, value) -> {
            if (place.in() == Place.In.HEADER) {
                headers.put(place.name(), value);
            }
        });
        var mediaType = draft.mediaType();
        var body = draft.body();
        if (mediaType == null || body == null) {
            return new Message(draft.operation().method(), target(draft), headers, null);
        }
        headers.put(CONTENT_TYPE, contentType(mediaType));
        var bytes = encoded(mediaType, body).getBytes(UTF_8);
        return new Message(draft.operation().method(), target(draft), headers, new String(bytes, ISO_8859_1));
    }

    public Message withMethod(String other) {
        return new Message(other, target, headers, body);
    }

    public Message withTarget(String other) {
        return new Message(method, other, headers, body);
    }

    public Message withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(withoutHeader(name).headers);
        changed.put(name, value);
        return new Message(method, target, changed, body);
    }

    public Message withoutHeader(String name) {
        var changed = new LinkedHashMap<>(headers);
        changed.keySet().removeIf(name::equalsIgnoreCase);
        return new Message(method, target, changed, body);
    }

    public Message withBody(@Nullable String other) {
        return new Message(method, target, headers, other);
    }

    /** A line for a shell that sends it again; what is very long is cut there. */
    public String curl(String address) {
        var line = new StringBuilder("curl -i -X " + method + " " + quoted(address + target));
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        return body == null
                ? line.toString()
                : "printf " + quoted(printable(shown(body))) + " | " + line + " --data-binary @-";
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN
                ? text
                : text.substring(0, MOST_SHOWN) + "...of " + text.length() + " in all";
    }

    private static String quoted(String text) {
        return "'" + shown(text).replace("'", "'\\''") + "'";
    }

    /** As {@code printf} of a shell reads it. */
    private static String printable(String bytes) {
        return bytes.chars()
                .mapToObj(letter -> letter < ' ' || letter > '~' || letter == '\\' || letter == '%'
                        ? "\\%03o".formatted(letter)
                        : String.valueOf((char) letter))
                .collect(Collectors.joining());
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
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
