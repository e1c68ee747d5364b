package io.frontdesk.generation.records;

import io.frontdesk.contracts.Money;
import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.records.AnswerExplanation;
import io.frontdesk.contracts.records.AnswerFinished;
import io.frontdesk.contracts.records.AnswerOutcome;
import io.frontdesk.contracts.records.AnswerRecord;
import io.frontdesk.contracts.reuse.GivenAgain;
import io.frontdesk.generation.steps.Step;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of an answer, as it stands in Redis (JSON) and in the table {@code answer}, whose columns have the names of its
 * components.
 *
 * @param customer the subject who asked
 * @param question in the customer's words
 * @param standalone the question as it was answered, where those words could not stand alone
 * @param reason why it is incomplete or has failed
 * @param topic the title of the document that it cites first
 * @param createdAt when the question came
 */
@RegisterForReflection(registerFullHierarchy = true)
public record FinishedAnswer(
        UUID id,
        UUID tenantId,
        UUID conversationId,
        String customer,
        String question,
        @Nullable String standalone,
        String answer,
        AnswerOutcome outcome,
        @Nullable String reason,
        List<Citation> citations,
        double confidence,
        Answer.Cache cache,
        @Nullable String model,
        int promptTokens,
        int completionTokens,
        long costMicros,
        String currency,
        @Nullable Integer firstWordMs,
        int totalMs,
        List<AnswerExplanation.Step> steps,
        @Nullable String topic,
        Instant createdAt) {
    /** The step by which what the documents hold is looked at. */
    public static final String EVIDENCE = "evidence";

    public FinishedAnswer {
        citations = List.copyOf(citations);
        steps = List.copyOf(steps);
    }

    /**
     * The record of an answer that ended so.
     *
     * @param firstWord the time to its first word, where there was one
     * @param total the time to its end
     */
    public static FinishedAnswer of(
            Question question,
            AnswerEvent.Terminal end,
            @Nullable Duration firstWord,
            Duration total,
            List<Step> steps) {
        return switch (end) {
            case AnswerEvent.Completed told ->
                of(question, told.answer(), outcome(told.answer()), null, firstWord, total, steps);
            case AnswerEvent.Incomplete told -> {
                String reason = told.reason().name().toLowerCase(Locale.ROOT);
                yield of(question, told.answer(), AnswerOutcome.INCOMPLETE, reason, firstWord, total, steps);
            }
            case AnswerEvent.Escalated told ->
                of(question, told.answer(), AnswerOutcome.ESCALATED, null, firstWord, total, steps);
            case AnswerEvent.Failed told -> {
                String reason = String.valueOf(told.problem().get("type"));
                yield of(question, null, AnswerOutcome.FAILED, reason, firstWord, total, steps);
            }
        };
    }

    /** The record of an answer that a gateway has given again. */
    static FinishedAnswer of(GivenAgain hit) {
        var question = new Question(
                hit.answer().id(),
                hit.tenantId(),
                hit.answer().conversationId(),
                hit.customer(),
                hit.question(),
                hit.question(),
                hit.askedAt());
        Duration took = Duration.ofMillis(hit.tookMs());
        return of(question, hit.answer(), outcome(hit.answer()), null, took, took, List.of());
    }

    private static AnswerOutcome outcome(Answer answer) {
        return switch (answer.outcome()) {
            case ANSWERED -> AnswerOutcome.ANSWERED;
            case REFUSED -> AnswerOutcome.REFUSED;
        };
    }

    private static FinishedAnswer of(
            Question question,
            @Nullable Answer answer,
            AnswerOutcome outcome,
            @Nullable String reason,
            @Nullable Duration firstWord,
            Duration total,
            List<Step> steps) {
        Usage usage = answer == null ? Usage.NONE : answer.usage();
        List<Citation> citations = answer == null ? List.of() : answer.citations();
        return new FinishedAnswer(
                question.id(),
                question.tenantId(),
                question.conversationId(),
                question.customer(),
                question.text(),
                question.meant().equals(question.text()) ? null : question.meant(),
                answer == null ? "" : answer.answer(),
                outcome,
                reason,
                citations,
                answer == null ? 0 : answer.confidence(),
                answer == null ? Answer.Cache.MISS : answer.cache(),
                answer == null ? null : answer.model(),
                usage.promptTokens(),
                usage.completionTokens(),
                usage.cost().micros(),
                usage.cost().currency(),
                firstWord == null ? null : millis(firstWord),
                millis(total),
                steps.stream()
                        .map(step -> new AnswerExplanation.Step(step.name(), millis(step.after()), step.found()))
                        .toList(),
                citations.isEmpty() ? null : citations.getFirst().title(),
                question.askedAt());
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /** As whoever asked, and the tenant, may read it. */
    AnswerRecord view() {
        return new AnswerRecord(
                id,
                conversationId,
                question,
                answer,
                outcome,
                reason,
                citations,
                confidence,
                cache,
                model,
                usage(),
                createdAt);
    }

    AnswerExplanation explanation() {
        return new AnswerExplanation(
                id, question, standalone, outcome, reason, confidence, cache, model, firstWordMs, totalMs, steps);
    }

    /** Whether the documents were looked at for it; what is off their topics, or for a human, is no question that they left open. */
    public boolean asksDocuments() {
        return steps.stream().anyMatch(step -> step.name().equals(EVIDENCE));
    }

    /** The event with which it ended; which of its sentences nothing supported is not kept. */
    public AnswerEvent.Terminal end() {
        return switch (outcome) {
            case ANSWERED -> new AnswerEvent.Completed(answer(Answer.Outcome.ANSWERED));
            case REFUSED -> new AnswerEvent.Completed(answer(Answer.Outcome.REFUSED));
            case ESCALATED -> new AnswerEvent.Escalated(answer(Answer.Outcome.ANSWERED));
            case INCOMPLETE ->
                new AnswerEvent.Incomplete(
                        Reason.valueOf(String.valueOf(reason).toUpperCase(Locale.ROOT)),
                        answer(Answer.Outcome.ANSWERED));
            case FAILED ->
                new AnswerEvent.Failed(
                        id, Problem.of(ProblemType.of(String.valueOf(reason))).members());
        };
    }

    private Answer answer(Answer.Outcome how) {
        return new Answer(
                id, answer, how, citations, confidence, cache, String.valueOf(model), conversationId, usage(), null);
    }

    /** As the world is told. */
    AnswerFinished event() {
        return new AnswerFinished(
                id,
                conversationId,
                outcome,
                reason,
                cache,
                confidence,
                model,
                usage(),
                firstWordMs,
                totalMs,
                createdAt);
    }

    private Usage usage() {
        return new Usage(promptTokens, completionTokens, new Money(costMicros, currency));
    }
}
