package io.frontdesk.generation.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event of a streamed completion (OpenAI's API reference, the chat completion chunk object).
 *
 * @param error what some providers send in place of a chunk when they fail midway
 */
record CompletionChunk(
        @Nullable String id,
        @Nullable String model,
        @Nullable List<Choice> choices,
        @Nullable TokenCount usage,
        @Nullable JsonNode error) {
    record Choice(@Nullable Delta delta, @Nullable String finishReason) {}

    record Delta(@Nullable String content) {}

    record TokenCount(int promptTokens, int completionTokens) {}

    @Nullable
    Choice choice() {
        return choices == null || choices.isEmpty() ? null : choices.getFirst();
    }
}
