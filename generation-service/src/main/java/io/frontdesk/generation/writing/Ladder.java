package io.frontdesk.generation.writing;

import io.frontdesk.contracts.answers.AnswerEvent;
import io.frontdesk.generation.failure.AnswerError;
import io.frontdesk.generation.llm.LlmFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import org.jboss.logging.Logger;

/**
 * One rung above another: where the upper one fails before it has said anything, the lower one writes; or nobody does, and the caller
 * is told when to come back, where the tenant prefers that.
 */
public final class Ladder implements AnswerWriter {
    private static final Logger LOG = Logger.getLogger(Ladder.class);

    private final AnswerWriter upper;
    private final AnswerWriter lower;
    private final MeterRegistry registry;

    public Ladder(AnswerWriter upper, AnswerWriter lower, MeterRegistry registry) {
        this.upper = upper;
        this.lower = lower;
        this.registry = registry;
    }

    @Override
    public Multi<AnswerEvent> write(Draft draft) {
        return upper.write(draft)
                .onFailure(LlmFailure.class)
                .recoverWithMulti(failure -> stepDown(draft, (LlmFailure) failure));
    }

    private Multi<AnswerEvent> stepDown(Draft draft, LlmFailure failure) {
        count(failure);
        return switch (draft.settings().withoutKeys()) {
            case EXTRACTIVE -> lower.write(draft);
            case UNAVAILABLE ->
                Multi.createFrom()
                        .failure(new AnswerError.ModelsUnavailable(
                                failure, failure.retryAfter().orElse(null)));
        };
    }

    private void count(LlmFailure failure) {
        LOG.warnf("No model answers (%s)", failure.getMessage());
        registry.counter(
                        "frontdesk.ladder.steps",
                        "from",
                        "llm",
                        "reason",
                        failure.kind().label())
                .increment();
    }
}
