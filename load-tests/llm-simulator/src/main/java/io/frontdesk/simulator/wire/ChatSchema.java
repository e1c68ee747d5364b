package io.frontdesk.simulator.wire;

import static io.frontdesk.simulator.wire.Rule.array;
import static io.frontdesk.simulator.wire.Rule.bool;
import static io.frontdesk.simulator.wire.Rule.integer;
import static io.frontdesk.simulator.wire.Rule.number;
import static io.frontdesk.simulator.wire.Rule.object;
import static io.frontdesk.simulator.wire.Rule.oneOf;
import static io.frontdesk.simulator.wire.Rule.shape;
import static io.frontdesk.simulator.wire.Rule.tagged;
import static io.frontdesk.simulator.wire.Rule.text;
import static io.frontdesk.simulator.wire.Rule.textOr;
import static java.util.Map.entry;

import java.util.Map;

/** What {@code POST /v1/chat/completions} accepts. Source: OpenAI's API reference, chat completions, create. */
final class ChatSchema {
    private static final Rule ANYTHING = (param, value) -> {};

    private static final Rule CONTENT = textOr(array(
            1,
            1024,
            tagged(
                    "type",
                    Map.of(
                            "text", shape(Map.of("type", text(), "text", text()), Map.of()),
                            "image_url", shape(Map.of("type", text(), "image_url", object()), Map.of()),
                            "refusal", shape(Map.of("type", text(), "refusal", text()), Map.of())))));

    private static final Rule FUNCTION_CALL =
            shape(Map.of("id", text(), "type", oneOf("function"), "function", object()), Map.of());

    private static final Rule MESSAGE = tagged(
            "role",
            Map.of(
                    "developer", shape(Map.of("role", text(), "content", CONTENT), Map.of("name", text())),
                    "system", shape(Map.of("role", text(), "content", CONTENT), Map.of("name", text())),
                    "user", shape(Map.of("role", text(), "content", CONTENT), Map.of("name", text())),
                    "assistant",
                            shape(
                                    Map.of("role", text()),
                                    Map.of(
                                            "content", CONTENT,
                                            "name", text(),
                                            "refusal", text(),
                                            "audio", object(),
                                            "annotations", array(0, 1024, object()),
                                            "tool_calls", array(1, 128, FUNCTION_CALL),
                                            "function_call", object())),
                    "tool", shape(Map.of("role", text(), "content", CONTENT, "tool_call_id", text()), Map.of())));

    private static final Rule TOOL = shape(
            Map.of(
                    "type",
                    oneOf("function"),
                    "function",
                    shape(
                            Map.of("name", text()),
                            Map.of("description", text(), "parameters", object(), "strict", bool()))),
            Map.of());

    /** The whole body; {@code n} is 1, as everywhere in this house. */
    static final Rule BODY = shape(
            Map.of("model", text(), "messages", array(1, 2048, MESSAGE)),
            Map.ofEntries(
                    entry("frequency_penalty", number(-2, 2)),
                    entry("logit_bias", object()),
                    entry("logprobs", bool()),
                    entry("max_completion_tokens", integer(1, Integer.MAX_VALUE)),
                    entry("max_tokens", integer(1, Integer.MAX_VALUE)),
                    entry("metadata", object()),
                    entry("modalities", array(1, 2, oneOf("text", "audio"))),
                    entry("n", integer(1, 1)),
                    entry("parallel_tool_calls", bool()),
                    entry("prediction", object()),
                    entry("presence_penalty", number(-2, 2)),
                    entry("prompt_cache_key", text()),
                    entry("prompt_cache_retention", text()),
                    entry("reasoning_effort", oneOf("none", "minimal", "low", "medium", "high", "xhigh")),
                    entry(
                            "response_format",
                            tagged("type", Map.of("text", object(), "json_object", object(), "json_schema", object()))),
                    entry("safety_identifier", text()),
                    entry("seed", integer(Long.MIN_VALUE, Long.MAX_VALUE)),
                    entry("service_tier", oneOf("auto", "default", "flex", "scale", "priority")),
                    entry("stop", textOr(array(1, 4, text()))),
                    entry("store", bool()),
                    entry("stream", bool()),
                    entry(
                            "stream_options",
                            shape(Map.of(), Map.of("include_usage", bool(), "include_obfuscation", bool()))),
                    entry("temperature", number(0, 2)),
                    entry("tool_choice", ANYTHING),
                    entry("tools", array(1, 128, TOOL)),
                    entry("top_logprobs", integer(0, 20)),
                    entry("top_p", number(0, 1)),
                    entry("user", text()),
                    entry("verbosity", oneOf("low", "medium", "high")),
                    entry("web_search_options", object())));

    private ChatSchema() {}
}
