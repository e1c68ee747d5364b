package io.frontdesk.contracts.records;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Usage;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer has ended: the value of a record on {@code frontdesk.answers.events}, whose key is the tenant. No text of question
 * or answer.
 *
 * @param reason why it is incomplete ({@code upstream_cut}, …) or has failed ({@code /problems/…})
 * @param model absent where there is no answer
 * @param firstWordMs milliseconds from the question to the first word, where there was one
 * @param totalMs milliseconds from the question to the end
 * @param askedAt when the question came
 */
public record AnswerFinished(
        UUID id,
        UUID conversationId,
        AnswerOutcome outcome,
        @Nullable String reason,
        Answer.Cache cache,
        double confidence,
        @Nullable String model,
        Usage usage,
        @Nullable Integer firstWordMs,
        int totalMs,
        Instant askedAt) {
    /** The CloudEvents type. */
    public static final String TYPE = "io.frontdesk.answer.finished.v1";
}
