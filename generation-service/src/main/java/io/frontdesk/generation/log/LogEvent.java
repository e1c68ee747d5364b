package io.frontdesk.generation.log;

import io.frontdesk.contracts.answers.AnswerEvent;

/**
 * An event of an answer in its place.
 *
 * @param id from 1, without gaps
 * @param kept whether the log has it, so that a reader can come back for what follows
 */
public record LogEvent(long id, AnswerEvent event, boolean kept) {
    boolean isLast() {
        return event instanceof AnswerEvent.Terminal;
    }
}
