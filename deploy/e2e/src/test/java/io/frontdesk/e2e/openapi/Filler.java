package io.frontdesk.e2e.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.frontdesk.contracts.Headers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fills requests from their schemas: a value that is known by its name, else one that the schema lists, else one of its type.
 * Every free text carries the mark, so that its way can be followed.
 *
 * @param known by field name, what the caller shows of itself in the body of an operation that asks for no other credential
 */
public record Filler(String mark, Map<String, Supplier<String>> known) {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Set<String> CHANGE_OF_PASSWORD = Set.of("current_password", "new_password");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A request with all that the document lists; what of it excludes each other, the service has to say.
     *
     * @param mediaType one of the operation's bodies; null for none
     * @throws CannotFill where the schema of some value says too little
     */
    public Draft fill(Operation operation, @Nullable String mediaType) {
        var filling = operation.isOpen() ? this : new Filler(mark, withoutCredentials());
        return filling.filled(operation, mediaType);
    }

    /** What the caller has to know, and to go on knowing, even where another credential comes with it. */
    private Map<String, Supplier<String>> withoutCredentials() {
        var kept = new LinkedHashMap<>(known);
        kept.keySet().retainAll(CHANGE_OF_PASSWORD);
        return kept;
    }

    private Draft filled(Operation operation, @Nullable String mediaType) {
        Map<Place, String> parameters = new LinkedHashMap<>();
        for (var parameter : operation.parameters()) {
            // A request that is sent again has to be judged again, not told what was said before.
            if (parameter.place().name().equals(Headers.IDEMPOTENCY_KEY)) {
                continue;
            }
            var path = operation + ": " + parameter.place();
            var value = value(parameter.place().lastName(), parameter.schema(), path);
            parameters.put(parameter.place(), value.isArray() ? value.path(0).asText() : value.asText());
        }
        var schema = mediaType == null ? null : operation.bodies().get(mediaType);
        var body = schema == null ? null : value("", schema, operation + ": body");
        return new Draft(operation, parameters, mediaType, body);
    }

    private JsonNode value(String name, JsonNode schema, String path) {
        var supplied = known.get(name);
        if (supplied != null) {
            return JSON.textNode(supplied.get());
        }
        if (schema.path("enum").has(0)) {
            return schema.get("enum").get(0);
        }
        for (var combined : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.path(combined).has(0)) {
                return value(name, schema.get(combined).get(0), path);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, path);
            case "array" -> JSON.arrayNode().add(value(name, schema.path("items"), path + "/0"));
            case "boolean" -> JSON.booleanNode(false);
            case "integer", "number" -> number(schema);
            case "string" -> JSON.textNode(text(name, schema));
            default -> throw new CannotFill(path + " has no type; say in its schema what it takes");
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "");
    }

    private JsonNode object(JsonNode schema, String path) {
        var object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(entry -> object.set(
                        entry.getKey(), value(entry.getKey(), entry.getValue(), path + "/" + entry.getKey())));
        if (schema.path("additionalProperties").isObject()) {
            object.set("note", value("note", schema.get("additionalProperties"), path + "/note"));
        }
        return object;
    }

    private static JsonNode number(JsonNode schema) {
        return JSON.numberNode(
                schema.path("default").asLong(Math.max(1, schema.path("minimum").asLong())));
    }

    private String text(String name, JsonNode schema) {
        var number = NEXT.incrementAndGet();
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" ->
                Instant.now()
                        .plus(1, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
            case "binary" -> mark + " stands in a file, number " + number;
            case "uri" -> address(number);
            default ->
                schema.path("examples").has(0) ? schema.get("examples").get(0).asText() : byName(name, number);
        };
    }

    /** What names mean wherever they stand. */
    private String byName(String name, int number) {
        return switch (name) {
            case "email" -> mark + number + "@example.com";
            case "password", "new_password" -> mark + "-Secret-" + number;
            case "external_id" -> "document/" + UUID.randomUUID();
            case "role" -> "viewer";
            case "plan" -> "standard";
            case "scopes", "scope" -> "chat";
            case "status" -> "active";
            case "priority" -> "normal";
            case "language" -> "en";
            case "content_type" -> "text/plain";
            case "grant_type" -> "client_credentials";
            case "visitor" -> mark + number;
            case "url", "origins", "issuer", "base_url" -> address(number);
            // A provider's key, which travels in a header.
            case "secret" -> "sk-" + mark + number;
            // One that is refused at once: nobody outside is asked, and nothing changes by itself afterwards.
            case "sitemap_url" -> "https://127.0.0.1/" + mark + number + ".xml";
            case "recrawl" -> "P1D";
            case "acl", "labels" -> mark;
            case "limit" -> "10";
            default -> mark + " is asked about " + number;
        };
    }

    private String address(int number) {
        return "https://" + mark + number + ".example.com";
    }

    /** A schema that says too little; the message names the operation and the place. */
    public static final class CannotFill extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotFill(String message) {
            super(message);
        }
    }
}
