package io.frontdesk.generation.log;

import io.frontdesk.contracts.Problem;
import io.frontdesk.contracts.ProblemType;
import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.AnswerEvent.Incomplete.Reason;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What an answer has said until now, so that one that breaks off can be ended with what is true. Not thread-safe. */
public final class SoFar {
    private final UUID id;
    private final UUID conversation;
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();

    public SoFar(UUID id, UUID conversation) {
        this.id = id;
        this.conversation = conversation;
    }

    /** What these events have said. */
    public static SoFar of(Ask ask, List<AnswerEvent> told) {
        var soFar = new SoFar(ask.id(), ask.conversationId());
        told.forEach(soFar::add);
        return soFar;
    }

    void add(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta(String more)) {
            text.append(more);
        } else if (event instanceof AnswerEvent.Cited(Citation citation)) {
            citations.add(citation);
        }
    }

    public String text() {
        return text.toString();
    }

    public List<Citation> citations() {
        return List.copyOf(citations);
    }

    int chars() {
        return text.length();
    }

    /** The end of an answer that breaks off here: incomplete with its text, or failed where there is none. */
    public AnswerEvent.Terminal cut(Reason reason) {
        if (text.isEmpty()) {
            var problem = Problem.of(ProblemType.UNAVAILABLE, "The answer broke off before it began; ask again");
            return new AnswerEvent.Failed(id, problem.members());
        }
        var answer = new Answer(
                id,
                text(),
                Answer.Outcome.ANSWERED,
                citations,
                0,
                Answer.Cache.MISS,
                "unknown",
                conversation,
                Usage.NONE,
                null);
        return new AnswerEvent.Incomplete(reason, answer);
    }
}
