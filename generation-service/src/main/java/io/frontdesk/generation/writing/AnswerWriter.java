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

    /**
     * The rest of an answer of which so much is said, on another replica perhaps: what it says there goes on in the midst of a
     * word. Fails with {@link CannotGoOn}, before the first event, where this writer would say something else.
     */
    default Multi<AnswerEvent> goOn(Draft draft, Said said) {
        return Multi.createFrom().failure(new CannotGoOn());
    }
}
