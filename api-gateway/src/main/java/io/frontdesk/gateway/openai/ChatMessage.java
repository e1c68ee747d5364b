package io.frontdesk.gateway.openai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.frontdesk.contracts.InvalidField;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message of a chat.
 *
 * @param content text, or a list of parts that are text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatMessage(
        @Schema(required = true) Role role,

        @Schema(implementation = String.class, description = "Text, or a list of `{\"type\": \"text\", \"text\": …}`")
        @Nullable
        JsonNode content) {
    public enum Role {
        USER,
        ASSISTANT,
        SYSTEM,
        DEVELOPER,
        TOOL,
        FUNCTION
    }

    public ChatMessage {
        content = Objects.requireNonNullElseGet(content, NullNode::getInstance);
    }

    /**
     * What it says; empty where it says nothing, as a call of a tool.
     *
     * @throws InvalidField where that is no text; it names this field
     */
    String text(String field) {
        if (content == null || content.isNull() || content.isTextual()) {
            return content == null ? "" : content.asText("");
        }
        if (!content.isArray()) {
            throw new InvalidField(field, "must have a text, or a list of parts, as content of each message");
        }
        return StreamSupport.stream(content.spliterator(), false)
                .map(part -> text(part, field))
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode part, String field) {
        return switch (part.path("type").asText()) {
            case "text", "input_text", "output_text" -> part.path("text").asText();
            case "refusal" -> part.path("refusal").asText();
            default -> throw new InvalidField(field, "have parts that are no text; nothing else is read here");
        };
    }
}
