package io.frontdesk.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A model's answer to one request, as its tokens.
 *
 * @param id {@code chatcmpl-…}
 * @param created seconds since 1970
 * @param finishReason {@code stop}, or {@code length} where the request's limit of tokens was reached
 */
public record Completion(
        String id, long created, String model, List<String> tokens, String finishReason, int promptTokens) {
    public ObjectNode json() {
        var json = head("chat.completion");
        var choice = json.putArray("choices").addObject().put("index", 0);
        var message = choice.putObject("message").put("role", "assistant").put("content", String.join("", tokens));
        message.putNull("refusal");
        message.putArray("annotations");
        choice.putNull("logprobs").put("finish_reason", finishReason);
        json.set("usage", usage());
        return json;
    }

    /** What stands before a chunk's {@code choices}, with the brace still open. */
    String chunkHead() {
        return "{\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"created\":%d,\"model\":\"%s\""
                .formatted(id, created, model);
    }

    ObjectNode usage() {
        var usage = Json.object()
                .put("prompt_tokens", promptTokens)
                .put("completion_tokens", tokens.size())
                .put("total_tokens", promptTokens + tokens.size());
        usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
        return usage;
    }

    private ObjectNode head(String object) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }
}
