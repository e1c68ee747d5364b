package io.frontdesk.contracts.answers;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Text;

/**
 * What was asked and answered before a question.
 *
 * @param question 1 to 4,000 characters
 * @param answer at most 4,000 characters; empty where there was none
 */
public record Exchange(String question, String answer) {
    public static final int MAX_ANSWER_CHARS = 4_000;

    public Exchange {
        if (question == null || question.isBlank() || question.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw new InvalidField(
                    "history", "must have questions of 1 to %d characters".formatted(AnswerRequest.MAX_QUESTION_CHARS));
        }
        if (answer == null || answer.length() > MAX_ANSWER_CHARS) {
            throw new InvalidField("history", "must have answers of at most %d characters".formatted(MAX_ANSWER_CHARS));
        }
        Text.requireKeepable("history", question);
        Text.requireKeepable("history", answer);
    }
}
