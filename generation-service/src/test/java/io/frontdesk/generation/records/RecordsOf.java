package io.frontdesk.generation.records;

import io.frontdesk.contracts.Ids;
import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.Passages;
import io.frontdesk.generation.steps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records of answers that nobody had to be asked for. */
public record RecordsOf(UUID tenant, String customer) {
    public FinishedAnswer answered(String question, Instant at, Duration took) {
        return answered(question, at, took, Answer.Cache.MISS);
    }

    public FinishedAnswer answered(String question, Instant at, Duration took, Answer.Cache cache) {
        Passage cited = Passages.RETURNS;
        var citation = new Citation(1, cited.documentId(), cited.title(), null, "30 days");
        return finished(
                question, "Within 30 days [1].", Answer.Outcome.ANSWERED, List.of(citation), 0.9, at, took, cache);
    }

    public FinishedAnswer refused(String question, Instant at) {
        return finished(
                question,
                "That I do not know.",
                Answer.Outcome.REFUSED,
                List.of(),
                0,
                at,
                Duration.ofMillis(20),
                Answer.Cache.MISS);
    }

    /** Refused, without a look at the documents. */
    public FinishedAnswer turnedAway(String message, Instant at) {
        var asked = question(message, at);
        var answer = new Answer(
                asked.id(),
                "Not by me.",
                Answer.Outcome.REFUSED,
                List.of(),
                0,
                Answer.Cache.MISS,
                "extractive",
                asked.conversationId(),
                Usage.NONE,
                null);
        return FinishedAnswer.of(asked, new AnswerEvent.Completed(answer), null, Duration.ofMillis(20), List.of());
    }

    private Question question(String text, Instant at) {
        return new Question(Ids.next(), tenant, Ids.next(), customer, text, text, at);
    }

    private FinishedAnswer finished(
            String question,
            String text,
            Answer.Outcome outcome,
            List<Citation> citations,
            double confidence,
            Instant at,
            Duration took,
            Answer.Cache cache) {
        var asked = question(question, at);
        var looked = new Step(FinishedAnswer.EVIDENCE, took.dividedBy(2), Map.of());
        var usage = new Usage(100, 20, new Money(35, "USD"));
        var answer = new Answer(
                asked.id(), text, outcome, citations, confidence, cache, "small", asked.conversationId(), usage, null);
        return FinishedAnswer.of(asked, new AnswerEvent.Completed(answer), took.dividedBy(2), took, List.of(looked));
    }
}
