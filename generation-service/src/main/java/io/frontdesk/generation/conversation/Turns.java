package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.records.AnswerExplanation;
import io.frontdesk.contracts.records.AnswerOutcome;
import io.frontdesk.generation.records.AfterFolding;
import io.frontdesk.generation.records.FinishedAnswer;
import io.frontdesk.generation.records.Question;
import io.frontdesk.generation.steps.Steps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes turns of answers: at their end for the next question, and of their records for as long as conversations are kept. */
@ApplicationScoped
public class Turns implements AfterFolding {
    private final Conversations conversations;

    Turns(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The same events; the last one is told when the next question of the conversation will see the turn. */
    public Multi<AnswerEvent> remember(Question question, Steps steps, Multi<AnswerEvent> events) {
        return events.onItem()
                .call(event -> event instanceof AnswerEvent.Terminal end
                        ? remember(FinishedAnswer.of(question, end, null, Duration.ZERO, steps.done()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> remember(FinishedAnswer answer) {
        return turn(answer)
                .map(said -> conversations.add(answer.tenantId(), said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> folded(UUID tenant, List<FinishedAnswer> answers) {
        return conversations.keep(
                tenant,
                answers.stream().map(Turns::turn).flatMap(Optional::stream).toList());
    }

    /** Nothing where nothing was said. */
    private static Optional<KeptTurn> turn(FinishedAnswer answer) {
        if (answer.outcome() == AnswerOutcome.FAILED || answer.answer().isBlank()) {
            return Optional.empty();
        }
        Optional<String> asked = asked(answer.steps());
        List<UUID> documents =
                answer.citations().stream().map(Citation::documentId).distinct().toList();
        var turn = new Turn(
                answer.id(),
                asked.orElse(answer.question()),
                asked.map(words -> answer.question()).orElse(null),
                answer.answer(),
                answer.outcome().name().toLowerCase(Locale.ROOT),
                documents,
                answer.createdAt());
        return Optional.of(new KeptTurn(answer.conversationId(), answer.customer(), turn));
    }

    /** The words in which it was asked, where it was answered in others. */
    private static Optional<String> asked(List<AnswerExplanation.Step> steps) {
        return steps.stream()
                .filter(step -> step.name().equals(Rewriting.STEP))
                .map(step -> step.found().get(Rewriting.ASKED))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }
}
