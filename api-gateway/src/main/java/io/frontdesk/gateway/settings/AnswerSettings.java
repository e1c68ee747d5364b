package io.frontdesk.gateway.settings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant's settings of its answers; what is absent is as it is for a new tenant. */
record AnswerSettings(
        @Schema(description = "The version that these follow: with another one in force, nothing changes (409)")
        @Nullable
        Long version,

        @Schema(enumeration = {"friendly", "neutral", "formal"}) @Nullable
        String tone,

        @Schema(description = "By which the assistant calls itself, 1 to 60 characters") @Nullable
        String assistantName,

        @Schema(description = "Of all answers (BCP 47); that of the question where absent") @Nullable
        String language,

        @Schema(description = "What is said where there is no answer, 1 to 500 characters") @Nullable
        String fallback,

        @Schema(
                enumeration = {"refuse", "clarify", "ticket"},
                description = "What is done where no passage can answer")
        @Nullable
        String withoutPassages,

        @Schema(
                enumeration = {"extractive", "unavailable"},
                description = "What is done where no key of a language model is left: sentences are quoted, or a 503")
        @Nullable
        String withoutKeys,

        @Schema(description = "The model that writes; the installation's choice where absent") @Nullable
        String model,

        @Schema(description = "At most 100 words or phrases; a question that holds all words of one is refused")
        @Nullable
        List<@Nullable String> blockedTopics,

        @Schema(
                description =
                        "At most 50 hosts that answers may link to, beside those at which the documents are published")
        @Nullable
        List<@Nullable String> linkHosts,

        @Schema(description = "How long a model may write, 50 to 4,000") @Nullable
        Integer maxAnswerTokens,

        @Schema(description = "Which personal data no provider of language models reads; all of it where absent")
        @Nullable
        Masking masking,

        @Schema(description = "Whether what a visitor was answered may be given to another visitor who asks the same")
        @Nullable
        Boolean visitorsShareAnswers,

        @Schema(description = "How long conversations are kept, 0 to 3,650 days; 30 where absent") @Nullable
        Integer conversationRetentionDays) {
    /** What stands behind placeholders on its way to a provider. */
    record Masking(
            @Nullable Boolean email,
            @Nullable Boolean phone,
            @Nullable Boolean card,
            @Nullable Boolean iban) {}
}
