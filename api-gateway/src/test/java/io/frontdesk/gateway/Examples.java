package io.frontdesk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.frontdesk.gateway.stream.EventFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The examples of the OpenAPI document, as they lie in {@code META-INF/openapi.yaml}. */
public final class Examples {
    private static final JsonNode ALL = read();

    private Examples() {}

    public static JsonNode of(String name) {
        return Objects.requireNonNull(ALL.get(name), name).get("value");
    }

    public static List<EventFrame> frames(String name) {
        return Stream.of(of(name).asText().strip().split("\n\n"))
                .map(EventFrame::new)
                .toList();
    }

    private static JsonNode read() {
        try (var file = Examples.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new YAMLMapper().readTree(file).at("/components/examples");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
