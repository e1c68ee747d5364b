package io.frontdesk.ingestion.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The schema of intake records and the AsyncAPI document, as they lie in {@code docs/}. */
final class Contract {
    static final Path MODULE = Path.of(System.getProperty("frontdesk.root"), "ingestion-service");

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    private Contract() {}

    static JsonNode schema() {
        return read(new ObjectMapper(), "document-intake.schema.json");
    }

    static JsonNode asyncApi() {
        return read(new YAMLMapper(), "asyncapi.yaml");
    }

    /** What is wrong with a value; {@code kind} is a definition of the schema. */
    static Set<String> faults(JsonNode value, String kind) {
        ObjectNode schema = schema().deepCopy();
        schema.put("$ref", "#/$defs/" + kind);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    static List<String> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    static List<String> wireNames(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> SNAKE_CASE.translate(component.getName()))
                .toList();
    }

    private static JsonNode read(ObjectMapper mapper, String name) {
        try {
            return mapper.readTree(MODULE.resolve("docs").resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
