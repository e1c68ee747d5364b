package io.frontdesk.contracts.records;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer, as it is kept.
 *
 * @param question in the customer's words
 * @param answer its text; empty where it failed
 * @param reason why it is incomplete ({@code upstream_cut}, …) or has failed ({@code /problems/…})
 * @param model absent where it failed
 * @param createdAt when the question came
 */
public record AnswerRecord(
        UUID id,
        UUID conversationId,
        String question,
        String answer,
        AnswerOutcome outcome,
        @Nullable String reason,
        List<Citation> citations,
        double confidence,
        Answer.Cache cache,
        @Nullable String model,
        Usage usage,
        Instant createdAt) {
    public AnswerRecord {
        citations = List.copyOf(citations);
    }
}
