package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.settings.WithoutPassages;
import io.smallrye.mutiny.Multi;
import java.util.List;

/** Says in the tenant's words that there is no answer, and asks what was meant where the tenant wants that. */
public final class RefusingWriter implements AnswerWriter {
    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return write(draft, draft.passages());
    }

    /**
     * The refusal.
     *
     * @param nearest what was found, though it does not answer
     */
    public Multi<AnswerEvent> write(Draft draft, List<Passage> nearest) {
        String fallback = draft.settings().fallback();
        boolean clarifies = draft.settings().withoutPassages() == WithoutPassages.CLARIFY;
        return say(
                draft, clarifies ? Clarification.of(fallback, draft.settings().language(), nearest) : fallback);
    }

    /** Nothing but the tenant's words, whatever was found. */
    public Multi<AnswerEvent> refuse(Draft draft) {
        return say(draft, draft.settings().fallback());
    }

    private static Multi<AnswerEvent> say(Draft draft, String words) {
        var answer = draft.refused(words, ExtractiveWriter.MODEL, Usage.NONE);
        return Multi.createFrom().items(new AnswerEvent.Delta(words), new AnswerEvent.Completed(answer));
    }
}
