package io.frontdesk.generation.llm;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /chat/completions}, streamed (OpenAI's API reference); names become snake_case in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CompletionRequest(
        String model,
        List<Message> messages,
        @Nullable Integer maxTokens,
        @Nullable Integer maxCompletionTokens,
        @Nullable Double temperature,
        boolean stream,
        StreamOptions streamOptions) {
    record Message(String role, String content) {}

    record StreamOptions(boolean includeUsage) {}

    static CompletionRequest from(ChatRequest request, boolean openAisOwn) {
        return new CompletionRequest(
                request.modelName(),
                request.messages().stream().map(CompletionRequest::message).toList(),
                openAisOwn ? null : request.maxOutputTokens(),
                openAisOwn ? request.maxOutputTokens() : null,
                request.temperature(),
                true,
                new StreamOptions(true));
    }

    private static Message message(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> new Message("system", system.text());
            case UserMessage user -> new Message("user", user.singleText());
            case AiMessage assistant -> new Message("assistant", assistant.text());
            default -> throw new IllegalArgumentException("messages: " + message.type() + " is not supported");
        };
    }
}
