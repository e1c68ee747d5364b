package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.answers.Exchange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question and what was answered.
 *
 * @param id of the answer, by which turns are in the order of their questions
 * @param standalone what was searched for, where the question could not stand alone
 * @param outcome {@code answered}, {@code refused}, {@code escalated} or {@code incomplete}
 * @param documentIds what the answer cites
 * @param askedAt when the question came
 */
@RegisterForReflection
public record Turn(
        UUID id,
        String question,
        @Nullable String standalone,
        String answer,
        String outcome,
        List<UUID> documentIds,
        Instant askedAt) {
    public Turn {
        documentIds = List.copyOf(documentIds);
    }

    /**
     * One that the caller tells, and nobody keeps.
     *
     * @param place among those that it tells
     */
    static Turn told(int place, Exchange said, String meant) {
        return new Turn(
                new UUID(0, place), said.question(), meant, said.answer(), "answered", List.of(), Instant.EPOCH);
    }

    /** The question in words that need no turn before it. */
    public String meant() {
        return Objects.requireNonNullElse(standalone, question);
    }

    /** The same with an answer of at most so many characters. */
    Turn shortened(int chars) {
        return answer.length() <= chars
                ? this
                : new Turn(id, question, standalone, answer.substring(0, chars) + "…", outcome, documentIds, askedAt);
    }
}
