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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has said until now, so that one that breaks off can be ended in the client's sight with what is true:
 * incomplete with its text, or failed where there is none.
 */
final class AnswerSoFar {
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private Optional<UUID> id;
    private AnswerEvent.@Nullable Started started;
    private AnswerEvent.@Nullable Terminal terminal;
    private boolean logged = true;
    private long lastId;

    /** @param id of the answer, where it is known before anything is said */
    AnswerSoFar(Optional<UUID> id) {
        this.id = id;
    }

    void add(EventFrame frame) {
        frame.id().ifPresent(id -> lastId = id);
        AnswerFrame.event(frame).ifPresent(event -> {
            logged &= frame.id().isPresent();
            add(event);
        });
    }

    /** Whether it was not heard before: who comes back for the rest may be told again where that is not clear. */
    boolean isNew(EventFrame frame) {
        return frame.id().map(id -> id > lastId).orElse(true);
    }

    /** Where the rest of it is to be had; empty where there is none, or what was said last is in no log. */
    Optional<Rest> rest() {
        return id.filter(answer -> isOpen() && logged).map(answer -> new Rest(answer, lastId));
    }

    /** What an answer says after an event. */
    record Rest(UUID answer, long lastId) {}

    private void add(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Started start -> {
                started = start;
                id = Optional.of(start.id());
            }
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
        return isOpen() ? Optional.of(AnswerFrame.of(cut())) : Optional.empty();
    }

    /** The event for a stream of which nothing has been shown. */
    AnswerEvent.Failed failed() {
        var problem = Problem.of(ProblemType.UPSTREAM_FAILED, "generation-service broke off its answer");
        return new AnswerEvent.Failed(id.orElse(null), problem.members());
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
