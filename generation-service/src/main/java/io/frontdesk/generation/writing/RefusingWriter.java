package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.smallrye.mutiny.Multi;

/** Says that the documents do not hold the answer. */
public final class RefusingWriter implements AnswerWriter {
    private final String refusal;

    public RefusingWriter(String refusal) {
        this.refusal = refusal;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        var answer = draft.refused(refusal, ExtractiveWriter.MODEL, Usage.NONE);
        return Multi.createFrom().items(new AnswerEvent.Delta(refusal), new AnswerEvent.Completed(answer));
    }

    @Override
    public Multi<AnswerEvent> goOn(Draft draft, Said said) {
        return said.leftOutOf(write(draft));
    }
}
