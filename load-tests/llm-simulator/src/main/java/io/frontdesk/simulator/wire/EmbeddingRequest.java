package io.frontdesk.simulator.wire;

import static io.frontdesk.simulator.wire.Rule.array;
import static io.frontdesk.simulator.wire.Rule.integer;
import static io.frontdesk.simulator.wire.Rule.oneOf;
import static io.frontdesk.simulator.wire.Rule.shape;
import static io.frontdesk.simulator.wire.Rule.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Embeddings that are asked for.
 *
 * @param dimensions 0 where the request sets none
 * @param base64 vectors are sent as base64 of little-endian floats, as the official clients like it
 */
public record EmbeddingRequest(String model, List<String> inputs, int dimensions, boolean base64) {
    private static final Rule INPUT = (param, value) -> {
        text().check(param, value);
        if (value.textValue().isEmpty()) {
            throw Refusal.invalid(param, "invalid_value", "Invalid '%s': input cannot be empty.".formatted(param));
        }
    };

    private static final Rule BODY = shape(
            Map.of("model", text(), "input", (param, value) -> {
                if (value.isTextual()) {
                    INPUT.check(param, value);
                } else {
                    array(1, 2048, INPUT).check(param, value);
                }
            }),
            Map.of(
                    "dimensions", integer(1, 4096),
                    "encoding_format", oneOf("float", "base64"),
                    "user", text()));

    /**
     * Reads a body. Arrays of token numbers are not simulated.
     *
     * @throws Refusal for one that OpenAI's specification does not allow
     */
    public static EmbeddingRequest from(ObjectNode body) {
        BODY.check("", body);
        var input = body.path("input");
        var inputs = input.isTextual()
                ? List.of(input.textValue())
                : StreamSupport.stream(input.spliterator(), false)
                        .map(JsonNode::textValue)
                        .toList();
        return new EmbeddingRequest(
                body.path("model").asText(),
                inputs,
                body.path("dimensions").asInt(0),
                body.path("encoding_format").asText("float").equals("base64"));
    }
}
