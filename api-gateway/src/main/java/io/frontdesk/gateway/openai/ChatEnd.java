package io.frontdesk.gateway.openai;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import java.util.Map;

/** How an answer ends, in OpenAI's words. There is no reason to finish that says "broken off", and so that is an error. */
sealed interface ChatEnd {
    record Finished(Answer answer, String reason) implements ChatEnd {}

    record Broken(Map<String, Object> problem) implements ChatEnd {}

    static ChatEnd of(AnswerEvent.Terminal end) {
        return switch (end) {
            case AnswerEvent.Completed completed -> new Finished(completed.answer(), "stop");
            case AnswerEvent.Escalated escalated -> new Finished(escalated.answer(), "stop");
            case AnswerEvent.Incomplete incomplete -> of(incomplete);
            case AnswerEvent.Failed failed -> new Broken(failed.problem());
        };
    }

    private static ChatEnd of(AnswerEvent.Incomplete end) {
        return switch (end.reason()) {
            case LENGTH -> new Finished(end.answer(), "length");
            case CONTENT_FILTER -> new Finished(end.answer(), "content_filter");
            case UPSTREAM_CUT, INTERRUPTED, ABANDONED ->
                new Broken(Problem.of(ProblemType.UPSTREAM_FAILED, "the answer broke off")
                        .members());
        };
    }
}
