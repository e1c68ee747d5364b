package io.frontdesk.gateway.openai;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.frontdesk.contracts.InvalidField;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the input of a response: a message, or what else a client keeps of a conversation, such as a call of a tool.
 *
 * @param type {@code message} where it is absent
 * @param content text, or a list of parts that are text
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record InputItem(
        @Schema(examples = MESSAGE) @Nullable String type,
        ChatMessage.@Nullable Role role,

        @Schema(
                implementation = String.class,
                description = "Text, or a list of `{\"type\": \"input_text\", \"text\": …}`")
        @Nullable
        JsonNode content) {
    private static final String MESSAGE = "message";

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public InputItem {
        if ("item_reference".equals(type)) {
            throw new InvalidField("input", "refers to what is not kept here; tell what was said");
        }
        content = Objects.requireNonNullElseGet(content, NullNode::getInstance);
    }

    /** What a user says, where nothing else stands in the input. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InputItem of(String text) {
        return new InputItem(MESSAGE, ChatMessage.Role.USER, TextNode.valueOf(text));
    }

    /** Nothing of what is no message. */
    Optional<ChatMessage> message() {
        if (type != null && !type.equals(MESSAGE)) {
            return Optional.empty();
        }
        if (role == null || content == null) {
            throw new InvalidField("input", "must have a role in each message");
        }
        return Optional.of(new ChatMessage(role, content));
    }
}
