package io.frontdesk.generation.choice;

import io.frontdesk.generation.llm.LlmConfig.ModelPreference;
import io.frontdesk.generation.llm.LlmConfig.WhenExhausted;

/**
 * What a tenant wants of language models.
 *
 * @param whenExhausted where none can be asked
 * @param models which of them writes
 */
public record LlmPolicy(WhenExhausted whenExhausted, ModelPreference models) {
    /** Quotes where no model answers; the cheap model where it will do. */
    public static final LlmPolicy USUAL = new LlmPolicy(WhenExhausted.EXTRACTIVE, ModelPreference.AUTO);
}
