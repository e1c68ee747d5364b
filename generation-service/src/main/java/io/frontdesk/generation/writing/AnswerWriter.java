package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.smallrye.mutiny.Multi;

/** Writes answers. */
public interface AnswerWriter {
    /**
     * Text and citations as they come, then one terminal event. Fails only before the first word, so that another writer
     * can take over. Whoever cancels, stops the work.
     */
    Multi<AnswerEvent> write(Draft draft);
}
