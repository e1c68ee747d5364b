package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.gateway.stream.EventFrame;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** An answer out of the cache, told in the events of any other. It is at hand, so that nobody has to come back for the rest. */
final class AnswerGivenAgain implements AnswerStream {
    private final Answer answer;
    private final Duration age;

    /** @param answer with its own id and conversation */
    AnswerGivenAgain(Answer answer, Duration age) {
        this.answer = answer;
        this.age = age;
    }

    @Override
    public Multi<EventFrame> frames() {
        return events().map(AnswerFrame::of);
    }

    @Override
    public Multi<AnswerEvent> events() {
        var started = new AnswerEvent.Started(answer.id(), answer.conversationId());
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(started), Multi.createFrom().iterable(AnswerEvent.telling(answer)));
    }

    @Override
    public Uni<AnswerEvent.Terminal> end() {
        return Uni.createFrom().item(new AnswerEvent.Completed(answer));
    }

    @Override
    public Optional<Duration> age() {
        return Optional.of(age);
    }
}
