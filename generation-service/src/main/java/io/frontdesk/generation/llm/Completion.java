package io.frontdesk.generation.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import org.jspecify.annotations.Nullable;

/** What a model has written so far. */
final class Completion {
    private final StringBuilder text = new StringBuilder();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable FinishReason finishReason;
    private @Nullable TokenUsage usage;

    /** Adds a chunk; returns its text, which may be empty. */
    String add(CompletionChunk chunk) {
        id = id == null ? chunk.id() : id;
        model = model == null ? chunk.model() : model;
        if (chunk.usage() != null) {
            usage = new TokenUsage(chunk.usage().promptTokens(), chunk.usage().completionTokens());
        }
        CompletionChunk.Choice choice = chunk.choice();
        if (choice == null) {
            return "";
        }
        if (choice.finishReason() != null) {
            finishReason = reason(choice.finishReason());
        }
        String token = choice.delta() == null ? null : choice.delta().content();
        if (token == null) {
            return "";
        }
        text.append(token);
        return token;
    }

    boolean isFinished() {
        return finishReason != null;
    }

    ChatResponse response() {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text.toString()))
                .id(id)
                .modelName(model)
                .finishReason(finishReason)
                .tokenUsage(usage)
                .build();
    }

    private static FinishReason reason(String wire) {
        return switch (wire) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "tool_calls", "function_call" -> FinishReason.TOOL_EXECUTION;
            default -> FinishReason.OTHER;
        };
    }
}
