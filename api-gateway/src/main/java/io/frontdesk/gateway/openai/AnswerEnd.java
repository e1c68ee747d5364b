package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import java.util.Map;

/** How an answer ends for OpenAI's clients. They know no reason to finish that says "broken off", and so that is an error. */
sealed interface AnswerEnd {
    /** Why nothing more is said. */
    enum Reason {
        STOP,
        LENGTH,
        CONTENT_FILTER
    }

    record Finished(Answer answer, Reason reason) implements AnswerEnd {}

    record Broken(Map<String, Object> problem) implements AnswerEnd {}

    static AnswerEnd of(AnswerEvent.Terminal end) {
        return switch (end) {
            case AnswerEvent.Completed completed -> new Finished(completed.answer(), Reason.STOP);
            case AnswerEvent.Escalated escalated -> new Finished(escalated.answer(), Reason.STOP);
            case AnswerEvent.Incomplete incomplete -> of(incomplete);
            case AnswerEvent.Failed failed -> new Broken(failed.problem());
        };
    }

    private static AnswerEnd of(AnswerEvent.Incomplete end) {
        return switch (end.reason()) {
            case LENGTH -> new Finished(end.answer(), Reason.LENGTH);
            case CONTENT_FILTER -> new Finished(end.answer(), Reason.CONTENT_FILTER);
            case UPSTREAM_CUT, INTERRUPTED, ABANDONED ->
                new Broken(Problem.of(ProblemType.UPSTREAM_FAILED, "the answer broke off")
                        .members());
        };
    }
}
