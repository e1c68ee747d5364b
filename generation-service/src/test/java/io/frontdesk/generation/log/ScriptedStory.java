package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** An answer that happens as a test has it. */
final class ScriptedStory implements Story {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicBoolean cancelled = new AtomicBoolean();
    private final UnicastProcessor<AnswerEvent> events = UnicastProcessor.create();
    private volatile Consumer<String> findings = found -> {};

    @Override
    public Multi<AnswerEvent> events(Consumer<String> where) {
        findings = where;
        begun.incrementAndGet();
        return events.onCancellation().invoke(() -> cancelled.set(true));
    }

    @Override
    public String record(AnswerEvent.Terminal end, String subject) {
        return "{\"event\":\"%s\",\"subject\":\"%s\"}".formatted(end.name(), subject);
    }

    @Override
    public Optional<String> turn(AnswerEvent.Terminal end) {
        return end instanceof AnswerEvent.Completed(Answer answer) ? Optional.of(turn(answer)) : Optional.empty();
    }

    private static String turn(Answer of) {
        return "{\"id\":\"%s\",\"question\":\"How long?\",\"answer\":\"%s\",\"outcome\":\"answered\",\"document_ids\":[]}"
                .formatted(of.id(), of.answer());
    }

    @Override
    public Uni<Void> keep(AnswerEvent.Terminal end) {
        return Uni.createFrom().voidItem();
    }

    void finds(String found) {
        findings.accept(found);
    }

    void says(String... texts) {
        for (String text : texts) {
            events.onNext(new AnswerEvent.Delta(text));
        }
    }

    void ends(Ask ask, String text) {
        events.onNext(completed(ask, text));
        events.onComplete();
    }

    static AnswerEvent.Completed completed(Ask ask, String text) {
        return new AnswerEvent.Completed(new Answer(
                ask.id(),
                text,
                Answer.Outcome.ANSWERED,
                List.of(),
                1,
                Answer.Cache.MISS,
                "scripted",
                ask.conversationId(),
                Usage.NONE,
                null));
    }
}
