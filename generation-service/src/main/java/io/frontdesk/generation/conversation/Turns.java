package io.frontdesk.generation.conversation;

import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.records.AnswerOutcome;
import io.frontdesk.generation.records.AfterFolding;
import io.frontdesk.generation.records.FinishedAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Makes turns of answers: for the next question, and of their records for as long as conversations are kept. */
@ApplicationScoped
public class Turns implements AfterFolding {
    private final Conversations conversations;

    Turns(Conversations conversations) {
        this.conversations = conversations;
    }

    /** Adds the turn of an answer whose log was not kept, which else adds it at its end. Never fails. */
    public Uni<Void> remember(FinishedAnswer answer) {
        return of(answer)
                .map(said -> conversations.add(answer.tenantId(), said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> folded(UUID tenant, List<FinishedAnswer> answers) {
        return conversations.keep(
                tenant,
                answers.stream().map(Turns::of).flatMap(Optional::stream).toList());
    }

    /** The turn that an answer is; nothing where nothing was said. */
    public static Optional<KeptTurn> of(FinishedAnswer answer) {
        if (answer.outcome() == AnswerOutcome.FAILED || answer.answer().isBlank()) {
            return Optional.empty();
        }
        List<UUID> documents =
                answer.citations().stream().map(Citation::documentId).distinct().toList();
        var turn = new Turn(
                answer.id(),
                answer.question(),
                answer.standalone(),
                answer.answer(),
                answer.outcome().name().toLowerCase(Locale.ROOT),
                documents,
                answer.createdAt());
        return Optional.of(new KeptTurn(answer.conversationId(), answer.customer(), turn));
    }
}
