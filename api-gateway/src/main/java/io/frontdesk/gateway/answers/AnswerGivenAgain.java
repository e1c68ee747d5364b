package io.frontdesk.gateway.answers;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** All its events as they stand in a stream. */
    byte[] written() {
        Buffer stream = Buffer.buffer();
        told().forEach(event -> stream.appendBuffer(AnswerFrame.of(event).bytes()));
        return stream.getBytes();
    }

    @Override
    public Multi<AnswerEvent> events() {
        return Multi.createFrom().iterable(told());
    }

    private List<AnswerEvent> told() {
        List<AnswerEvent> events = new ArrayList<>();
        events.add(new AnswerEvent.Started(answer.id(), answer.conversationId()));
        events.addAll(AnswerEvent.telling(answer));
        return events;
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
