package io.frontdesk.retrieval.answers;

import io.frontdesk.retrieval.paraphrase.ParaphraseGuard;
import io.frontdesk.retrieval.paraphrase.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses, among answers to similar questions, one to the same question. */
@ApplicationScoped
public class ProvenAnswers {
    private final ParaphraseGuard guard;
    private final MeterRegistry metrics;

    ProvenAnswers(ParaphraseGuard guard, MeterRegistry metrics) {
        this.guard = guard;
        this.metrics = metrics;
    }

    /** The first whose question is proved to be this one in other words; none is no hit. */
    public @Nullable Candidate choose(String question, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            Verdict verdict = guard.judge(question, candidate.question());
            if (verdict == Verdict.SAME) {
                count("hit");
                return candidate;
            }
            metrics.counter("semantic.answers.refused", "reason", verdict.label())
                    .increment();
        }
        count("miss");
        return null;
    }

    private void count(String outcome) {
        metrics.counter("semantic.answers", "outcome", outcome).increment();
    }
}
