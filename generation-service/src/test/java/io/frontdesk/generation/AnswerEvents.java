package io.frontdesk.generation;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Citation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What the events of an answer come to. */
public final class AnswerEvents {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private AnswerEvents() {}

    /** All of them, once the answer has ended. */
    public static List<AnswerEvent> all(Multi<AnswerEvent> events) {
        return events.subscribe()
                .withSubscriber(AssertSubscriber.create(10_000))
                .awaitCompletion(LIMIT)
                .getItems();
    }

    public static String text(List<AnswerEvent> events) {
        return events.stream()
                .filter(AnswerEvent.Delta.class::isInstance)
                .map(event -> ((AnswerEvent.Delta) event).text())
                .collect(Collectors.joining());
    }

    public static List<Citation> citations(List<AnswerEvent> events) {
        return events.stream()
                .filter(AnswerEvent.Cited.class::isInstance)
                .map(event -> ((AnswerEvent.Cited) event).citation())
                .toList();
    }
}
