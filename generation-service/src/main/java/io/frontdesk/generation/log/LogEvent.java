package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;
import java.util.List;

/**
 * An event of an answer in its place.
 *
 * @param id from 1, without gaps
 * @param kept whether the log has it, so that a reader can come back for what follows
 */
public record LogEvent(long id, AnswerEvent event, boolean kept) {
    /** These, now that the log has them. */
    static List<LogEvent> kept(List<LogEvent> events) {
        return events.stream()
                .map(event -> new LogEvent(event.id(), event.event(), true))
                .toList();
    }

    boolean isLast() {
        return event instanceof AnswerEvent.Terminal;
    }
}
