package io.frontdesk.contracts.answers;

import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer.
 *
 * @param outcome whether the documents held it
 * @param confidence 0 (a guess) to 1 (said by the documents in these words)
 * @param cache how much of it was at hand
 * @param model the model that wrote it; {@code extractive} where sentences were quoted without one
 * @param ticketId the ticket that a human will work on, where there is one
 * @param unsupported sentences of the text, as they stand there, that what they cite does not support by its words or numbers;
 *     {@code confidence} is lower by them
 * @param incomplete why the text breaks off, where it is told as a whole; null where it does not
 */
public record Answer(
        UUID id,
        String answer,
        Outcome outcome,
        List<Citation> citations,
        double confidence,
        Cache cache,
        String model,
        UUID conversationId,
        Usage usage,
        @Nullable UUID ticketId,
        List<String> unsupported,
        @Nullable Reason incomplete) {
    public Answer {
        citations = List.copyOf(citations);
        // Answers that were kept before there was such a list have none.
        unsupported = unsupported == null ? List.of() : List.copyOf(unsupported);
    }

    /** An answer that does not break off. */
    public Answer(
            UUID id,
            String answer,
            Outcome outcome,
            List<Citation> citations,
            double confidence,
            Cache cache,
            String model,
            UUID conversationId,
            Usage usage,
            @Nullable UUID ticketId,
            List<String> unsupported) {
        this(
                id,
                answer,
                outcome,
                citations,
                confidence,
                cache,
                model,
                conversationId,
                usage,
                ticketId,
                unsupported,
                null);
    }

    /** And all of whose sentences are supported. */
    public Answer(
            UUID id,
            String answer,
            Outcome outcome,
            List<Citation> citations,
            double confidence,
            Cache cache,
            String model,
            UUID conversationId,
            Usage usage,
            @Nullable UUID ticketId) {
        this(id, answer, outcome, citations, confidence, cache, model, conversationId, usage, ticketId, List.of());
    }

    public enum Outcome {
        ANSWERED,
        /** The documents do not hold it, and the text says so. */
        REFUSED
    }

    public enum Cache {
        /** The same question was answered before, and nothing it rests on has changed. */
        HIT,
        /** A question of the same meaning was. */
        SEMANTIC,
        /** The same question was being answered at the moment. */
        COALESCED,
        MISS
    }

    /** The same, as what there is of one that breaks off. */
    public Answer brokenOff(Reason why) {
        return new Answer(
                id,
                answer,
                outcome,
                citations,
                confidence,
                cache,
                model,
                conversationId,
                usage,
                ticketId,
                unsupported,
                why);
    }

    /** The same as an answer of its own, which took nothing of a model. */
    public Answer toldAs(UUID ownId, UUID ownConversation, Cache how) {
        return new Answer(
                ownId,
                answer,
                outcome,
                citations,
                confidence,
                how,
                model,
                ownConversation,
                Usage.NONE,
                ticketId,
                unsupported);
    }
}
