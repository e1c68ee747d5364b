package io.frontdesk.gateway.openai;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.AnswerRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request of OpenAI's responses. What is not listed here is passed over, as {@code tools} and {@code store}: no tool is called, and
 * no response is kept.
 *
 * @param model any name; whatever it is, the tenant's settings choose who writes
 * @param previousResponseId absent, like the two after it: who asks tells all that was said
 * @param instructions like the three after it without effect: the tenant's settings say how answers are written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResponseRequest(
        @Schema(required = true, examples = Models.FRONTDESK)
        String model,

        @Schema(
                required = true,
                // No list, which the field's type would say.
                implementation = Object.class,
                oneOf = {String.class, InputItem[].class},
                description =
                        "The question; or messages, of which the user's last is the question and those before it the history")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<InputItem> input,

        @Nullable Boolean stream,
        @Schema(hidden = true) @Nullable String previousResponseId,
        @Schema(hidden = true) @Nullable JsonNode conversation,
        @Schema(hidden = true) @Nullable Boolean background,
        @Nullable String instructions,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxOutputTokens) {
    public ResponseRequest {
        if (model == null || model.isBlank()) {
            throw new InvalidField("model", "must be named");
        }
        if (input == null || input.isEmpty() || input.contains(null)) {
            throw new InvalidField("input", "must be a text or messages, and not empty");
        }
        input = List.copyOf(input);
        if (previousResponseId != null) {
            throw new InvalidField("previous_response_id", "no response is kept; tell what was said in the input");
        }
        if (conversation != null && !conversation.isNull()) {
            throw new InvalidField("conversation", "none is kept; tell what was said in the input");
        }
        if (Boolean.TRUE.equals(background)) {
            throw new InvalidField("background", "must be false, since no response is kept");
        }
    }

    AnswerRequest asked() {
        return Chat.asked(
                "input",
                input.stream().map(InputItem::message).flatMap(Optional::stream).toList());
    }

    boolean wantsStream() {
        return Boolean.TRUE.equals(stream);
    }
}
