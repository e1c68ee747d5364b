package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.gateway.stream.EventFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has said until now, so that one that breaks off can be ended in the client's sight with what is true:
 * incomplete with its text, or failed where there is none.
 */
final class AnswerSoFar {
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private AnswerEvent.@Nullable Started started;
    private AnswerEvent.@Nullable Terminal terminal;
    private long lastId;

    void add(EventFrame frame) {
        frame.id().ifPresent(id -> lastId = id);
        AnswerFrame.event(frame).ifPresent(this::add);
    }

    private void add(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Started start -> started = start;
            case AnswerEvent.Delta delta -> text.append(delta.text());
            case AnswerEvent.Cited cited -> citations.add(cited.citation());
            case AnswerEvent.Terminal end -> terminal = end;
            case AnswerEvent.Searching searching -> {}
            case AnswerEvent.Waiting waiting -> {}
        }
    }

    boolean isOpen() {
        return terminal == null;
    }

    Optional<AnswerEvent.Terminal> terminal() {
        return Optional.ofNullable(terminal);
    }

    /** The frame that ends a stream which the service behind left without one; empty where it did not. */
    Optional<EventFrame> missingEnd() {
        return isOpen() ? Optional.of(AnswerFrame.of(lastId + 1, cut())) : Optional.empty();
    }

    /** The event for a stream of which nothing has been shown. */
    AnswerEvent.Failed failed() {
        var problem = Problem.of(ProblemType.UPSTREAM_FAILED, "generation-service broke off its answer");
        return new AnswerEvent.Failed(started == null ? null : started.id(), problem.members());
    }

    private AnswerEvent.Terminal cut() {
        if (started == null || text.isEmpty()) {
            return failed();
        }
        var answer = new Answer(
                started.id(),
                text.toString(),
                Answer.Outcome.ANSWERED,
                citations,
                0,
                Answer.Cache.MISS,
                "unknown",
                started.conversationId(),
                Usage.NONE,
                null);
        return new AnswerEvent.Incomplete(AnswerEvent.Incomplete.Reason.UPSTREAM_CUT, answer);
    }
}
