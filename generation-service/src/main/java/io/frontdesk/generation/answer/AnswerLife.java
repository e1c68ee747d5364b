package io.frontdesk.generation.answer;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.failure.AnswerError;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Holds one answer to its states, so that whatever its pipeline does, its stream ends in exactly one terminal event: a
 * failure becomes {@code answer.failed}, so does a stream that just ends, and what comes after the end is dropped.
 */
final class AnswerLife {
    private static final Logger LOG = Logger.getLogger(AnswerLife.class);

    private final UUID id;
    private AnswerState state = new AnswerState.Asked();

    AnswerLife(UUID id) {
        this.id = id;
    }

    /** The life of an answer that has come so far. */
    static AnswerLife after(UUID id, List<AnswerEvent> told) {
        var life = new AnswerLife(id);
        told.forEach(event -> life.state = life.state.after(event));
        return life;
    }

    Multi<AnswerEvent> hold(Multi<AnswerEvent> events) {
        return events.onItem()
                .invoke(this::expect)
                .onFailure()
                .recoverWithItem(this::failed)
                .onCompletion()
                .continueWith(this::missingEnd)
                .select()
                .where(this::accept);
    }

    AnswerState state() {
        return state;
    }

    /** Refuses, inside of the stream, what does not fit, so that it fails like anything else. */
    private void expect(AnswerEvent event) {
        if (!(state instanceof AnswerState.Ended)) {
            state.after(event);
        }
    }

    private boolean accept(AnswerEvent event) {
        if (state instanceof AnswerState.Ended) {
            LOG.errorf("%s after the end of answer %s", event.name(), id);
            return false;
        }
        state = state.after(event);
        return true;
    }

    private List<AnswerEvent> missingEnd() {
        return state instanceof AnswerState.Ended ? List.of() : List.of(failed(new IllegalStateException("no end")));
    }

    private AnswerEvent failed(Throwable e) {
        if (e instanceof AnswerError error) {
            LOG.warnf("Answer %s failed: %s", id, String.valueOf(error.getCause()));
            return new AnswerEvent.Failed(id, error.problem().members());
        }
        LOG.errorf(e, "Unexpected failure of answer %s", id);
        Problem problem = Problem.of(ProblemType.INTERNAL, "Ask for help with the answer's id " + id);
        return new AnswerEvent.Failed(id, problem.members());
    }
}
