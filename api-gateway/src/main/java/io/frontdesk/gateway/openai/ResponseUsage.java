package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.answers.Usage;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What an answer took of a language model, as OpenAI's responses have it; nothing where none was asked. */
@RegisterForReflection(registerFullHierarchy = true)
public record ResponseUsage(
        int inputTokens,
        InputTokensDetails inputTokensDetails,
        int outputTokens,
        OutputTokensDetails outputTokensDetails,
        int totalTokens) {
    /** Which of them a provider had in its cache is not known here. */
    @RegisterForReflection
    public record InputTokensDetails(int cachedTokens) {}

    /** Which of them were thoughts is not known here. */
    @RegisterForReflection
    public record OutputTokensDetails(int reasoningTokens) {}

    static ResponseUsage of(Usage usage) {
        return new ResponseUsage(
                usage.promptTokens(),
                new InputTokensDetails(0),
                usage.completionTokens(),
                new OutputTokensDetails(0),
                usage.promptTokens() + usage.completionTokens());
    }
}
