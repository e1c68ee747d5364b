package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids that a caller was told, by what they name. Claims of tokens count as told. */
public final class Harvest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> CLAIMS =
            Map.of("sid", "sessions", "key", "api-keys", "tenant_id", "tenants");

    private final Map<String, Set<String>> ids = new LinkedHashMap<>();

    public void add(String kind, String id) {
        ids.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(id);
    }

    /** Reads a response of an operation: JSON, or events with JSON as data. */
    public void add(Operation operation, String response) {
        for (var line : response.startsWith("{") ? new String[] {response} : response.split("\n")) {
            read(line.replaceFirst("^data:", "").strip()).ifPresent(node -> collect(node, operation.kind()));
        }
    }

    /** What it named is gone. */
    public void forget(String id) {
        ids.values().forEach(known -> known.remove(id));
    }

    /** The id that was told last. */
    public Optional<String> last(String kind) {
        return ids.getOrDefault(kind, Set.of()).stream().reduce((earlier, later) -> later);
    }

    /** One id of each kind, the one that was told last. */
    public Map<String, String> oneOfEach() {
        Map<String, String> one = new LinkedHashMap<>();
        ids.keySet().forEach(kind -> last(kind).ifPresent(id -> one.put(kind, id)));
        return one;
    }

    private void collect(JsonNode node, String kind) {
        for (var entry : node.properties()) {
            var name = entry.getKey();
            var value = entry.getValue();
            if (value.isTextual() && (name.equals("id") || name.equals("next_cursor"))) {
                add(name.equals("id") ? kind : kind + " cursor", value.asText());
            } else if (value.isTextual() && name.endsWith("_id")) {
                add(name.substring(0, name.length() - "_id".length()) + "s", value.asText());
            } else if (value.isTextual() && name.endsWith("token")) {
                claims(value.asText());
            } else {
                collect(value, name.equals("data") ? kind : name);
            }
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, kind));
        }
    }

    private void claims(String token) {
        var parts = token.split("\\.");
        if (parts.length == 3) {
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            read(payload)
                    .ifPresent(claims -> CLAIMS.forEach((claim, kind) -> {
                        if (claims.path(claim).isTextual()) {
                            add(kind, claims.get(claim).asText());
                        }
                    }));
        }
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return text.startsWith("{") ? Optional.of(MAPPER.readTree(text)) : Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
