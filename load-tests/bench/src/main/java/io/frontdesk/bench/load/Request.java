package io.frontdesk.bench.load;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is asked of a target.
 *
 * @param path with its leading slash
 * @param body empty for a request without one
 */
public record Request(String method, String path, Map<String, String> headers, String body) {
    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(String path) {
        return new Request("GET", path, Map.of(), "");
    }

    public static Request postJson(String path, Map<String, String> headers, String body) {
        var all = new java.util.HashMap<>(headers);
        all.put("content-type", "application/json");
        return new Request("POST", path, all, body);
    }

    public static Request putJson(String path, String body) {
        return new Request("PUT", path, Map.of("content-type", "application/json"), body);
    }

    public static Request postForm(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Request("POST", path, Map.of("content-type", "application/x-www-form-urlencoded"), body);
    }
}
