package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.Answer;
import io.frontdesk.contracts.answers.Citation;
import io.frontdesk.contracts.answers.Usage;
import io.frontdesk.contracts.search.Passage;
import io.frontdesk.generation.choice.LlmPolicy;
import io.frontdesk.generation.steps.Steps;
import java.util.List;
import java.util.UUID;

/**
 * An answer to be written.
 *
 * @param passages what it may rest on, all visible to the caller, best first
 * @param policy what the tenant wants of language models
 * @param steps where whoever writes notes what is done
 */
public record Draft(
        UUID id, UUID conversationId, String question, List<Passage> passages, LlmPolicy policy, Steps steps) {
    public Draft {
        passages = List.copyOf(passages);
    }

    Answer answered(String text, List<Citation> citations, double confidence, String model, Usage usage) {
        return finished(text, Answer.Outcome.ANSWERED, citations, confidence, model, usage);
    }

    Answer refused(String text, String model, Usage usage) {
        return finished(text, Answer.Outcome.REFUSED, List.of(), 0, model, usage);
    }

    private Answer finished(
            String text,
            Answer.Outcome outcome,
            List<Citation> citations,
            double confidence,
            String model,
            Usage usage) {
        return new Answer(
                id, text, outcome, citations, confidence, Answer.Cache.MISS, model, conversationId, usage, null);
    }
}
