package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.settings.WithoutPassages;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        WithoutPassages wanted = draft.settings().withoutPassages();
        return wanted == WithoutPassages.CLARIFY
                ? say(draft, "clarify", clarification(draft, nearest))
                : say(draft, wanted.name(), draft.settings().fallback());
    }

    /** Nothing but the tenant's words, whatever was found. */
    public Multi<AnswerEvent> refuse(Draft draft) {
        return say(draft, "refuse", draft.settings().fallback());
    }

    /** For a human, whom it does not reach until there are tickets: the tenant's words say that nobody answers. */
    public Multi<AnswerEvent> escalate(Draft draft) {
        return say(draft, "escalate", draft.settings().fallback());
    }

    private static String clarification(Draft draft, List<Passage> nearest) {
        return Clarification.of(draft.settings().fallback(), draft.settings().language(), nearest);
    }

    private static Multi<AnswerEvent> say(Draft draft, String decision, String words) {
        draft.steps().note("finish", Map.of("decision", decision.toLowerCase(Locale.ROOT)));
        var answer = draft.refused(words, ExtractiveWriter.MODEL, Usage.NONE);
        return Multi.createFrom().items(new AnswerEvent.Delta(words), new AnswerEvent.Completed(answer));
    }

    @Override
    public Multi<AnswerEvent> goOn(Draft draft, Said said) {
        return said.leftOutOf(write(draft));
    }
}
