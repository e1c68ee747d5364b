package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A chat completion that is asked for.
 *
 * @param maxTokens {@link Integer#MAX_VALUE} where the request sets none
 * @param stop texts before which the answer ends
 */
public record ChatRequest(
        String model, List<Message> messages, boolean stream, boolean includeUsage, int maxTokens, List<String> stop) {
    /**
     * Reads a body.
     *
     * @throws Refusal for one that OpenAI's specification does not allow
     */
    public static ChatRequest from(ObjectNode body) {
        ChatSchema.BODY.check("", body);
        boolean stream = body.path("stream").asBoolean();
        if (body.hasNonNull("stream_options") && !stream) {
            throw Refusal.invalid(
                    "stream_options",
                    "invalid_value",
                    "The 'stream_options' parameter is only allowed when 'stream' is enabled.");
        }
        if (body.hasNonNull("max_tokens") && body.hasNonNull("max_completion_tokens")) {
            throw Refusal.invalid(
                    "max_tokens",
                    "invalid_value",
                    "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
        }
        return new ChatRequest(
                body.path("model").asText(),
                elements(body.path("messages")).map(Message::from).toList(),
                stream,
                body.path("stream_options").path("include_usage").asBoolean(),
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE)),
                stop(body.path("stop")));
    }

    private static List<String> stop(JsonNode stop) {
        return stop.isTextual()
                ? List.of(stop.textValue())
                : elements(stop).map(JsonNode::textValue).toList();
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
