package io.frontdesk.generation.feedback;

import io.frontdesk.contracts.records.AnswerFeedback;
import io.frontdesk.generation.records.FinishedAnswers;
import io.frontdesk.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes feedback on answers that the caller may see. */
@ApplicationScoped
class Opinions {
    private final FinishedAnswers answers;
    private final FeedbackStore store;

    Opinions(FinishedAnswers answers, FeedbackStore store) {
        this.answers = answers;
        this.store = store;
    }

    Uni<Void> give(Caller caller, UUID id, AnswerFeedback feedback) {
        return answers.find(caller, id).chain(answer -> store.put(answer, caller.subject(), feedback));
    }
}
