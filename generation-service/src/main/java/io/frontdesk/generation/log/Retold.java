package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import java.util.UUID;

/** The events of an answer as those of another, to the same question, that follows it. */
record Retold(UUID id, UUID conversation) {
    LogEvent event(LogEvent of) {
        return new LogEvent(of.id(), event(of.event()), of.kept());
    }

    AnswerEvent event(AnswerEvent of) {
        return switch (of) {
            case AnswerEvent.Started started -> new AnswerEvent.Started(id, conversation);
            case AnswerEvent.Terminal end -> end(end);
            default -> of;
        };
    }

    AnswerEvent.Terminal end(AnswerEvent.Terminal of) {
        return switch (of) {
            case AnswerEvent.Completed(Answer answer) -> new AnswerEvent.Completed(own(answer));
            case AnswerEvent.Incomplete(AnswerEvent.Incomplete.Reason reason, Answer answer) ->
                new AnswerEvent.Incomplete(reason, own(answer));
            case AnswerEvent.Escalated(Answer answer) -> new AnswerEvent.Escalated(own(answer));
            case AnswerEvent.Failed failed -> new AnswerEvent.Failed(id, failed.problem());
        };
    }

    private Answer own(Answer of) {
        return of.toldAs(id, conversation, Answer.Cache.COALESCED);
    }
}
