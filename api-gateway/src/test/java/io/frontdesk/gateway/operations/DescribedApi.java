package io.frontdesk.gateway.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an OpenAPI document (3.1) says of bodies and parameters.
 *
 * @param root the document, whose schemas take no member that they do not name
 */
record DescribedApi(JsonNode root) {
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /**
     * Where an example may stand.
     *
     * @param name such as {@code answer 200}, or {@code getDocument path id} of a parameter
     * @param mediaType empty for a parameter
     */
    record Place(String name, String mediaType, JsonNode schema, List<JsonNode> examples) {}

    static DescribedApi of(JsonNode root) {
        for (JsonNode schema : root.at("/components/schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        return new DescribedApi(root);
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        root.path("paths").forEach(path -> path.forEach(operation -> collect(operation, places)));
        return places;
    }

    private void collect(JsonNode operation, List<Place> places) {
        String id = operation.path("operationId").asText();
        for (JsonNode listed : operation.path("parameters")) {
            JsonNode parameter = whole(listed);
            String name =
                    parameter.path("in").asText() + " " + parameter.path("name").asText();
            places.add(place(id + " " + name, "", parameter));
        }
        collect(id + " request", operation.path("requestBody"), places);
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            collect(id + " " + response.getKey(), whole(response.getValue()), places);
        }
    }

    private void collect(String name, JsonNode described, List<Place> places) {
        described.path("content").properties().forEach(body -> places.add(place(name, body.getKey(), body.getValue())));
    }

    private Place place(String name, String mediaType, JsonNode described) {
        List<JsonNode> examples = described.path("examples").properties().stream()
                .map(example -> whole(example.getValue()).path("value"))
                .toList();
        return new Place(name, mediaType, described.path("schema"), examples);
    }

    private JsonNode whole(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with the examples that stand there, by the schema that does. */
    Stream<String> faults(Place place) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("components", root.get("components"));
        schema.putArray("allOf").add(place.schema().isMissingNode() ? schema.objectNode() : place.schema());
        JsonSchema validator =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, WITH_FORMATS);
        return place.examples().stream()
                .flatMap(example -> validator.validate(example).stream())
                .map(ValidationMessage::getMessage)
                .map(fault -> place.name() + ": " + fault);
    }
}
