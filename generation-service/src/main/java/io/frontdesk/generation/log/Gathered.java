package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import java.util.ArrayList;
import java.util.List;

/** Events that wait for the next append; text after text becomes one event. Not thread-safe. */
final class Gathered {
    private final List<AnswerEvent> events = new ArrayList<>();

    void add(AnswerEvent event) {
        if (event instanceof AnswerEvent.Delta(String more)
                && !events.isEmpty()
                && events.getLast() instanceof AnswerEvent.Delta(String text)) {
            events.set(events.size() - 1, new AnswerEvent.Delta(text + more));
        } else {
            events.add(event);
        }
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** Takes all of them, in their places from {@code first} on. */
    List<LogEvent> take(long first) {
        List<LogEvent> taken = new ArrayList<>();
        for (AnswerEvent event : events) {
            taken.add(new LogEvent(first + taken.size(), event, false));
        }
        events.clear();
        return taken;
    }
}
