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
        if (role == null) {
            throw new InvalidField("messages", "each must have a role");
        }
        content = Objects.requireNonNullElseGet(content, NullNode::getInstance);
        if (!content.isNull() && !content.isTextual() && !content.isArray()) {
            throw new InvalidField("messages", "each must have a text, or a list of parts, as content");
        }
    }

    /** What it says; empty where it says nothing, as a call of a tool. */
    String text() {
        if (content == null || !content.isArray()) {
            return content == null ? "" : content.asText("");
        }
        return StreamSupport.stream(content.spliterator(), false)
                .map(ChatMessage::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> part.path("text").asText();
            case "refusal" -> part.path("refusal").asText();
            default -> throw new InvalidField("messages", "have parts that are no text; nothing else is read here");
        };
    }
}
