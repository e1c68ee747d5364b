package io.frontdesk.gateway.openai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.answers.AnswerRequest;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request of OpenAI's chat completions. What is not listed here is passed over, as {@code tools} and {@code response_format}: no
 * tool is called, and an answer is text.
 *
 * @param model any name; whatever it is, the tenant's settings choose who writes
 * @param n how many answers; there is one
 * @param temperature like the three after it without effect: the tenant's settings say how answers are written
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChatRequest(
        @Schema(required = true, examples = Models.FRONTDESK)
        String model,

        @Schema(
                required = true,
                description = "The last message of the user is the question, those before it the history")
        List<ChatMessage> messages,

        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,
        @Schema(minimum = "1", maximum = "1") @Nullable Integer n,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer maxTokens,
        @Nullable Integer maxCompletionTokens) {
    /**
     * What is wanted of a stream.
     *
     * @param includeUsage whether its last chunk tells what the answer took
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StreamOptions(@Nullable Boolean includeUsage) {}

    public ChatRequest {
        if (model == null || model.isBlank()) {
            throw new InvalidField("model", "must be named");
        }
        if (messages == null || messages.isEmpty()) {
            throw new InvalidField("messages", "must not be empty");
        }
        if (messages.contains(null)) {
            throw new InvalidField("messages", "must not be null");
        }
        messages = List.copyOf(messages);
        if (n != null && n != 1) {
            throw new InvalidField("n", "must be 1, is " + n);
        }
    }

    AnswerRequest asked() {
        return Chat.asked("messages", messages);
    }

    boolean wantsStream() {
        return Boolean.TRUE.equals(stream);
    }

    boolean wantsUsage() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }
}
