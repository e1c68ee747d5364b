package io.frontdesk.e2e.fuzz;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.frontdesk.e2e.openapi.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of values in a body: each is replaced by all that it is not, goes beyond its bounds, goes missing, or gets company. */
final class BodyMutations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<String, JsonNode> NODES = Values.nodes();

    private final List<Mutation> found = new ArrayList<>();

    private BodyMutations() {}

    static List<Mutation> of(Draft draft) {
        var body = draft.body();
        if (body == null) {
            return List.of();
        }
        var mutations = new BodyMutations();
        mutations.collect("", body, draft.operation().bodies().getOrDefault(draft.mediaType(), JSON.objectNode()));
        return mutations.found;
    }

    private void collect(String pointer, JsonNode node, JsonNode described) {
        var schema = alternative(described);
        var values = new LinkedHashMap<>(NODES);
        values.putAll(bounds(schema));
        values.forEach((name, value) -> add(pointer + " is " + name, pointer, value));
        if (node.isObject()) {
            add(pointer + " has more", pointer + "/nobody_knows", JSON.textNode("this"));
        }
        for (var field : node.properties()) {
            var inner = pointer + "/" + field.getKey();
            add(inner + " is missing", inner, null);
            collect(inner, field.getValue(), schema.path("properties").path(field.getKey()));
        }
        if (node.isArray() && !node.isEmpty()) {
            collect(pointer + "/0", node.get(0), schema.path("items"));
        }
    }

    private static JsonNode alternative(JsonNode schema) {
        for (var combined : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.path(combined).has(0)) {
                return schema.get(combined).get(0);
            }
        }
        return schema;
    }

    /** At each bound, and one beyond. */
    private static Map<String, JsonNode> bounds(JsonNode schema) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (var bound : List.of("minimum", "maximum")) {
            for (long step = -1; schema.has(bound) && step <= 1; step++) {
                long number = schema.get(bound).asLong() + step;
                values.put(bound + " " + number, JSON.numberNode(number));
            }
        }
        for (var bound : List.of("minLength", "maxLength")) {
            for (int step = -1; schema.has(bound) && step <= 1; step++) {
                int length = Math.max(0, schema.get(bound).asInt() + step);
                values.put("of length " + length, JSON.textNode("x".repeat(length)));
            }
        }
        for (var bound : List.of("minItems", "maxItems")) {
            for (int step = -1; schema.has(bound) && step <= 1; step++) {
                var list = JSON.arrayNode();
                for (int i = 0; i < schema.get(bound).asInt() + step; i++) {
                    list.add("x" + i);
                }
                values.put("of " + list.size() + " items", list);
            }
        }
        return values;
    }

    private void add(String name, String pointer, @Nullable JsonNode value) {
        found.add(Mutation.ofDraft("body" + name, draft -> changed(draft, pointer, value)));
    }

    private static Draft changed(Draft draft, String pointer, @Nullable JsonNode value) {
        var whole = draft.body();
        if (whole == null || pointer.isEmpty()) {
            return whole == null ? draft : draft.withBody(value);
        }
        var body = whole.deepCopy();
        var place = JsonPointer.compile(pointer);
        switch (body.at(place.head())) {
            case ObjectNode parent
            when value == null -> parent.remove(place.last().getMatchingProperty());
            case ObjectNode parent -> parent.set(place.last().getMatchingProperty(), value);
            case ArrayNode parent when value != null && !parent.isEmpty() -> parent.set(0, value);
            default -> {
                // Another change has taken away what it stood in.
            }
        }
        return draft.withBody(body);
    }
}
