package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.smallrye.mutiny.Multi;
import java.util.List;

/** Answers what needs no document. */
public final class Courtesy {
    private Courtesy() {}

    /** These words, which rest on nothing and claim nothing. */
    public static Multi<AnswerEvent> say(Draft draft, String words) {
        var answer = draft.answered(words, List.of(), 1, ExtractiveWriter.MODEL, Usage.NONE);
        return Multi.createFrom().items(new AnswerEvent.Delta(words), new AnswerEvent.Completed(answer));
    }
}
