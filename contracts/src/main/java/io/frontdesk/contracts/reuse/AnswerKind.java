package io.frontdesk.contracts.reuse;

import io.frontdesk.contracts.InvalidField;

/**
 * How an answer is made. Only one made in the same way may stand for it.
 *
 * @param promptVersion what the model is told, 1 to 100 characters
 * @param modelChoice who writes, 1 to 100 characters
 */
public record AnswerKind(String promptVersion, String modelChoice) {
    private static final int MAX_CHARS = 100;

    public AnswerKind {
        check("prompt_version", promptVersion);
        check("model_choice", modelChoice);
    }

    private static void check(String field, String value) {
        if (value == null || value.isBlank() || value.length() > MAX_CHARS) {
            throw new InvalidField(field, "must have 1 to %d characters".formatted(MAX_CHARS));
        }
    }
}
