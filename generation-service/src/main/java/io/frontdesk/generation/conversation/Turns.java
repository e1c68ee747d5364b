package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.generation.steps.Step;
import io.frontdesk.kit.caller.Caller;
import io.frontdesk.generation.steps.Steps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes turns of answers as they end. */
@ApplicationScoped
public class Turns {
    private final Conversations conversations;

    Turns(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The same events; the last one is told when the next question of the conversation will see the turn. */
    public Multi<AnswerEvent> remember(Caller caller, String question, Steps steps, Multi<AnswerEvent> events) {
        Instant askedAt = Instant.now();
        return events.onItem().call(event -> event instanceof AnswerEvent.Terminal end
                ? remember(caller, end, question, steps, askedAt)
                : Uni.createFrom().voidItem());
    }

    private Uni<Void> remember(
            Caller caller, AnswerEvent.Terminal end, String question, Steps steps, Instant askedAt) {
        return of(end, question, standalone(steps.done()), askedAt)
                .map(said -> conversations.add(caller, said.conversation(), said.turn()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private record Said(UUID conversation, Turn turn) {}

    /** Nothing where nothing was said. */
    private static Optional<Said> of(
            AnswerEvent.Terminal end, String question, @Nullable String standalone, Instant askedAt) {
        return switch (end) {
            case AnswerEvent.Completed(Answer answer) ->
                said(answer, answer.outcome() == Answer.Outcome.ANSWERED ? Turn.ANSWERED : "refused", question, standalone, askedAt);
            case AnswerEvent.Escalated(Answer answer) -> said(answer, "escalated", question, standalone, askedAt);
            case AnswerEvent.Incomplete incomplete ->
                said(incomplete.answer(), "incomplete", question, standalone, askedAt);
            case AnswerEvent.Failed failed -> Optional.empty();
        };
    }

    private static Optional<Said> said(
            Answer answer, String outcome, String question, @Nullable String standalone, Instant askedAt) {
        if (answer.answer().isBlank()) {
            return Optional.empty();
        }
        List<UUID> documents =
                answer.citations().stream().map(Citation::documentId).distinct().toList();
        var turn = new Turn(answer.id(), question, standalone, answer.answer(), outcome, documents, askedAt);
        return Optional.of(new Said(answer.conversationId(), turn));
    }

    /** What was searched for, by the steps of an answer, where the question could not stand alone. */
    static @Nullable String standalone(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(Rewriting.STEP))
                .map(step -> step.found().get(Rewriting.STANDALONE))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }
}
