package io.frontdesk.contracts.answers;

import io.frontdesk.contracts.Filters;
import io.frontdesk.contracts.InvalidField;
import io.frontdesk.contracts.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param question 1 to 4,000 characters
 * @param conversationId the conversation that it continues; a new one begins where it is absent
 * @param filters metadata that a cited document must have, all of it
 * @param topK how many passages to read, 1 to 50; 8 where absent
 * @param stream whether the answer is wanted as events; the edge alone heeds it, since inside the house all answers are
 * @param history what was said before, from the first to the last, of a caller that keeps its conversations itself; at most 12, and
 *     none with a {@code conversation_id}
 */
public record AnswerRequest(
        String question,
        @Nullable UUID conversationId,
        Map<String, String> filters,
        @Nullable Integer topK,
        @Nullable Boolean stream,
        List<Exchange> history) {
    public static final int DEFAULT_TOP_K = 8;
    public static final int MAX_QUESTION_CHARS = 4_000;
    public static final int MAX_HISTORY = 12;

    public AnswerRequest {
        if (question == null || question.isBlank()) {
            throw new InvalidField("question", "must not be empty");
        }
        if (question.length() > MAX_QUESTION_CHARS) {
            throw new InvalidField(
                    "question",
                    "must have at most %d characters, has %d".formatted(MAX_QUESTION_CHARS, question.length()));
        }
        Text.requireKeepable("question", question);
        if (topK != null && (topK < 1 || topK > 50)) {
            throw new InvalidField("top_k", "must be from 1 to 50, is " + topK);
        }
        // Most callers send none.
        filters = Filters.of(filters);
        filters.forEach((name, value) -> Text.requireKeepable("filters", name + value));
        history = history == null ? List.of() : List.copyOf(history);
        if (history.size() > MAX_HISTORY) {
            throw new InvalidField("history", "must have at most %d, has %d".formatted(MAX_HISTORY, history.size()));
        }
        if (!history.isEmpty() && conversationId != null) {
            throw new InvalidField("history", "does not go with a conversation_id, which has its own");
        }
    }

    /** A question before which nothing was said but what its conversation holds. */
    public AnswerRequest(
            String question,
            @Nullable UUID conversationId,
            Map<String, String> filters,
            @Nullable Integer topK,
            @Nullable Boolean stream) {
        this(question, conversationId, filters, topK, stream, List.of());
    }

    /** A question of which nothing else is said; no constructor, by which JSON's strings would be questions too. */
    public static AnswerRequest asking(String question) {
        return new AnswerRequest(question, null, Map.of(), null, null);
    }

    /** {@link #topK}, or what stands for it. */
    public int wanted() {
        return topK == null ? DEFAULT_TOP_K : topK;
    }
}
