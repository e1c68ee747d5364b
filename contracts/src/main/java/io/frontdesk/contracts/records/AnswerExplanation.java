package io.frontdesk.contracts.records;

import io.frontdesk.contracts.answers.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer is what it is.
 *
 * @param question in the customer's words
 * @param standalone the question as it was answered, where those words needed what was said before
 * @param firstWordMs milliseconds from the question to the first word, where there was one
 * @param totalMs milliseconds from the question to the end
 * @param steps what was done, in order
 */
public record AnswerExplanation(
        UUID id,
        String question,
        @Nullable String standalone,
        AnswerOutcome outcome,
        @Nullable String reason,
        double confidence,
        Answer.Cache cache,
        @Nullable String model,
        @Nullable Integer firstWordMs,
        int totalMs,
        List<Step> steps) {
    public AnswerExplanation {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param name {@code classify}, {@code rewrite}, {@code search}, {@code evidence}, {@code generate}, …
     * @param afterMs milliseconds from the question until it was done
     * @param found what it decided, or what it decided by: names, counts, ids and scores
     */
    public record Step(String name, int afterMs, Map<String, Object> found) {}
}
