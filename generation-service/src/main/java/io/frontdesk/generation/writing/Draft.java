package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.citations.Grounding;
import io.frontdesk.generation.conversation.History;
import io.frontdesk.generation.settings.AnswerSettings;
import io.frontdesk.generation.steps.Steps;
import java.util.List;
import java.util.UUID;

/**
 * An answer to be written.
 *
 * @param passages what it may rest on, all visible to the caller, best first
 * @param settings of the tenant
 * @param history what was said before in the conversation
 * @param steps where whoever writes notes what is done
 */
public record Draft(
        UUID id,
        UUID conversationId,
        String question,
        List<Passage> passages,
        AnswerSettings settings,
        History history,
        Steps steps) {
    public Draft {
        passages = List.copyOf(passages);
    }

    Answer answered(String text, List<Citation> citations, double confidence, String model, Usage usage) {
        return finished(text, Answer.Outcome.ANSWERED, citations, confidence, model, usage, List.of());
    }

    Answer grounded(String text, List<Citation> citations, Grounding grounding, String model, Usage usage) {
        return finished(
                text,
                Answer.Outcome.ANSWERED,
                citations,
                grounding.confidence(),
                model,
                usage,
                grounding.unsupported());
    }

    Answer refused(String text, String model, Usage usage) {
        return finished(text, Answer.Outcome.REFUSED, List.of(), 0, model, usage, List.of());
    }

    private Answer finished(
            String text,
            Answer.Outcome outcome,
            List<Citation> citations,
            double confidence,
            String model,
            Usage usage,
            List<String> unsupported) {
        return new Answer(
                id,
                text,
                outcome,
                citations,
                confidence,
                Answer.Cache.MISS,
                model,
                conversationId,
                usage,
                null,
                unsupported);
    }
}
