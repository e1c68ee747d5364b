package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document (3.1) of a service. Roles that Quarkus lists in one security requirement are alternatives.
 *
 * @param service what its operations are told apart by
 */
public record ApiDocument(String service, JsonNode root) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** So many references inside each other are followed: a schema that contains itself is cut off there. */
    private static final int DEPTH = 8;

    public static ApiDocument parse(String service, String json) {
        try {
            return new ApiDocument(service, MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the OpenAPI document of " + service + " is no JSON", e);
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (var path : root.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(method.getKey(), path.getKey(), path.getValue(), method.getValue()));
                }
            }
        }
        return operations;
    }

    private Operation operation(String method, String path, JsonNode item, JsonNode described) {
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                parameters(item, described),
                bodies(described),
                scopes(described.has("security") ? described.get("security") : root.path("security")));
    }

    private List<Operation.Parameter> parameters(JsonNode item, JsonNode described) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        for (var listed : List.of(item.path("parameters"), described.path("parameters"))) {
            for (var parameter : listed) {
                var whole = whole(parameter, 0);
                var in = whole.path("in").asText().toUpperCase(Locale.ROOT);
                if (!in.equals("COOKIE")) {
                    var place =
                            new Place(Place.In.valueOf(in), whole.path("name").asText());
                    parameters.add(new Operation.Parameter(place, whole.path("schema")));
                }
            }
        }
        return List.copyOf(parameters);
    }

    private Map<String, JsonNode> bodies(JsonNode described) {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        for (var content :
                whole(described.path("requestBody"), 0).path("content").properties()) {
            bodies.put(content.getKey(), content.getValue().path("schema"));
        }
        return bodies;
    }

    private static @Nullable Set<String> scopes(JsonNode security) {
        if (security.isMissingNode() || security.isEmpty()) {
            return null;
        }
        Set<String> scopes = new LinkedHashSet<>();
        for (var requirement : security) {
            requirement.forEach(roles -> roles.forEach(role -> scopes.add(role.asText())));
        }
        return Set.copyOf(scopes);
    }

    /** The node with all that it refers to. */
    private JsonNode whole(JsonNode node, int depth) {
        if (depth > DEPTH) {
            return MAPPER.createObjectNode().put("type", "object");
        }
        if (node.has("$ref")) {
            return whole(root.at(node.get("$ref").asText().substring(1)), depth + 1);
        }
        if (node instanceof ObjectNode object) {
            var copy = MAPPER.createObjectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), whole(entry.getValue(), depth)));
            return copy;
        }
        if (node.isArray()) {
            var copy = MAPPER.createArrayNode();
            node.forEach(element -> copy.add(whole(element, depth)));
            return copy;
        }
        return node;
    }
}
