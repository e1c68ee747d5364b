package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Usage;

/** What an answer took of a language model; nothing where none was asked. */
public record TokenUsage(
        int promptTokens, int completionTokens, int totalTokens, PromptTokensDetails promptTokensDetails) {
    /** Which of them a provider had in its cache is not known here. */
    public record PromptTokensDetails(int cachedTokens) {}

    static TokenUsage of(Usage usage) {
        return new TokenUsage(
                usage.promptTokens(),
                usage.completionTokens(),
                usage.promptTokens() + usage.completionTokens(),
                new PromptTokensDetails(0));
    }
}
