package io.frontdesk.generation.answer;

import io.frontdesk.contracts.answers.AnswerEvent;

/**
 * Where an answer is in its life.
 *
 * <pre>
 *                                 +------------ delta, citation ------------+
 *                                 |                                         v
 * Asked --started--> Started -----+--searching--> Searching --delta, citation--> Writing
 *   |                   |                             |                             |
 *   +-------------------+-------- any terminal event -+-----------------------------+--> Ended
 * </pre>
 *
 * Waiting for a model changes nothing. Nothing follows Ended. An event that does not fit its state is a defect of the pipeline, and ends the answer as failed.
 */
sealed interface AnswerState {
    record Asked() implements AnswerState {}

    record Started() implements AnswerState {}

    record Searching() implements AnswerState {}

    record Writing() implements AnswerState {}

    record Ended(AnswerEvent.Terminal how) implements AnswerState {}

    /**
     * The state after an event.
     *
     * @throws IllegalStateException where the event does not fit
     */
    default AnswerState after(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Terminal end when !(this instanceof Ended) -> new Ended(end);
            case AnswerEvent.Started started when this instanceof Asked -> new Started();
            case AnswerEvent.Searching searching when this instanceof Started -> new Searching();
            case AnswerEvent.Waiting waiting when this instanceof Searching -> this;
            case AnswerEvent.Delta delta when mayWrite() -> new Writing();
            case AnswerEvent.Cited cited when mayWrite() -> new Writing();
            default -> throw new IllegalStateException(event.name() + " does not follow " + this);
        };
    }

    private boolean mayWrite() {
        return this instanceof Started || this instanceof Searching || this instanceof Writing;
    }
}
