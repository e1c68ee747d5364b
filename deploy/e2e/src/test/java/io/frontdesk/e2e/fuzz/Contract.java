package io.frontdesk.e2e.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.frontdesk.contracts.Headers;
import io.frontdesk.contracts.Problem;
import io.frontdesk.e2e.openapi.Operation;
import io.frontdesk.e2e.openapi.Wire.Reply;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenAPI document (3.1) says of answers. Every status of an operation has to be named; {@code default} is
 * for methods and paths that there are not.
 */
final class Contract {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final Map<JsonNode, JsonSchema> validators = new HashMap<>();

    /**
     * Reads a document.
     *
     * @param document whose schemas take no member that they do not name
     */
    Contract(JsonNode document) {
        this.root = document.deepCopy();
        for (var schema : root.at("/components/schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
    }

    /** The methods that the operation's path has. */
    Set<String> methods(Operation operation) {
        Set<String> methods = new TreeSet<>();
        root.path("paths")
                .path(operation.path())
                .fieldNames()
                .forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        return methods;
    }

    /**
     * What is wrong with an answer; nothing, where it is as described.
     *
     * @param isDescribed whether the request was one of the operation; else only what fails is described, as it is there
     */
    Optional<String> fault(Operation operation, Reply reply, boolean isDescribed) {
        if (reply.status() >= 500) {
            return Optional.of("answers " + reply.status());
        }
        if (reply.headers().firstValue(Headers.REQUEST_ID).isEmpty()) {
            return Optional.of("answers %d without a request id".formatted(reply.status()));
        }
        if (!isDescribed && reply.status() < 400) {
            return Optional.empty();
        }
        var described = isDescribed
                ? described(operation, String.valueOf(reply.status()))
                : describedElsewhere(operation, reply);
        if (described == null) {
            return Optional.of("answers %d, which is not described".formatted(reply.status()));
        }
        return bodyFault(described, reply).map(fault -> "answers %d: %s".formatted(reply.status(), fault));
    }

    /** Another path may have another error than the operation's: a problem document. */
    private @Nullable JsonNode describedElsewhere(Operation operation, Reply reply) {
        var problem = root.at("/components/responses/Problem");
        var isProblem = reply.headers().firstValue("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE);
        return isProblem && !problem.isMissingNode() ? problem : described(operation, "default");
    }

    private @Nullable JsonNode described(Operation operation, String status) {
        var responses = root.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses");
        var found = responses.path(status);
        return found.isMissingNode() ? null : whole(found);
    }

    private Optional<String> bodyFault(JsonNode described, Reply reply) {
        var content = described.path("content");
        if (content.isEmpty()) {
            return reply.body().isEmpty() ? Optional.empty() : Optional.of("a body, which is not described");
        }
        var type = reply.headers()
                .firstValue("Content-Type")
                .map(value -> value.replaceFirst(";.*", "").strip())
                .orElse("no media type");
        if (!content.has(type)) {
            return Optional.of(type + ", which is not described");
        }
        return type.endsWith("json") ? jsonFault(content.get(type).path("schema"), type, reply) : Optional.empty();
    }

    private Optional<String> jsonFault(JsonNode schema, String type, Reply reply) {
        try {
            var body = MAPPER.readTree(reply.body());
            if (type.equals(Problem.MEDIA_TYPE) && body.path("status").asInt() != reply.status()) {
                return Optional.of("a problem of status " + body.path("status"));
            }
            var faults = schema.isMissingNode()
                    ? Set.<ValidationMessage>of()
                    : validator(schema).validate(body);
            return faults.isEmpty()
                    ? Optional.empty()
                    : Optional.of(faults.stream()
                            .map(ValidationMessage::getMessage)
                            .limit(3)
                            .collect(Collectors.joining("; ")));
        } catch (JsonProcessingException e) {
            return Optional.of("no JSON");
        }
    }

    private JsonSchema validator(JsonNode schema) {
        return validators.computeIfAbsent(schema, any -> {
            var whole = MAPPER.createObjectNode();
            whole.set("components", root.get("components"));
            whole.putArray("allOf").add(schema);
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole, WITH_FORMATS);
        });
    }

    private JsonNode whole(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }
}
