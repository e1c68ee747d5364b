package io.frontdesk.bench.load;

import java.util.Map;

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
}
