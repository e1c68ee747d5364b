package io.frontdesk.contracts.records;

import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Text;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer. Given again, it replaces what was said before.
 *
 * @param reason in a word or two, at most 100 characters
 * @param comment at most 2,000 characters
 */
public record AnswerFeedback(
        Rating rating, @Nullable String reason, @Nullable String comment) {
    private static final int MAX_REASON = 100;
    private static final int MAX_COMMENT = 2_000;

    public AnswerFeedback {
        if (rating == null) {
            throw new InvalidField("rating", "must be up or down");
        }
        check("reason", reason, MAX_REASON);
        check("comment", comment, MAX_COMMENT);
    }

    private static void check(String field, @Nullable String text, int longest) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            throw new InvalidField(field, "must have at most %d characters, has %d".formatted(longest, text.length()));
        }
        Text.requireKeepable(field, text);
    }

    public enum Rating {
        UP,
        DOWN
    }
}
